// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title SignatureLib
/// @notice Whether an account signed: by its key, or, where that did not, by a contract's consent (ERC-1271).
/// @dev The key comes first, for an account with a key may have code as well (EIP-7702), and that code need not answer.
library SignatureLib {
    /// @notice Whether an account signed, one way or the other.
    function hasSigned(address account, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        return isSigner(account, digest, signature) || consents(account, digest, signature);
    }

    /// @notice Whether a contract says yes to a signature. An account without code never does.
    function consents(address account, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        return SignatureChecker.isValidERC1271SignatureNowCalldata(account, digest, signature);
    }

    /// @notice Whether the key of an account signed. The zero address, which fits a signature of nobody, never did.
    function isSigner(address account, bytes32 digest, bytes calldata signature) internal pure returns (bool) {
        return account != address(0) && signerOf(digest, signature) == account;
    }

    /// @notice Whose key signed; the zero address where the signature fits none.
    function signerOf(bytes32 digest, bytes calldata signature) internal pure returns (address signer) {
        (signer, , ) = ECDSA.tryRecoverCalldata(digest, signature);
    }
}
