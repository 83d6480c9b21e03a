// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @title SignatureLib
/// @notice Whether an account signed: by its key, or, where that did not, by a contract's consent (ERC-1271).
/// @dev The key comes first, for an account with a key may have code as well (EIP-7702), and that code need not answer.
library SignatureLib {
    /// @notice Whether an account signed. The zero address, which fits a signature of nobody, never did.
    function hasSigned(address account, bytes32 digest, bytes calldata signature) internal view returns (bool) {
        (address signer, , ) = ECDSA.tryRecoverCalldata(digest, signature);
        if (signer != address(0) && signer == account) return true;
        return SignatureChecker.isValidERC1271SignatureNowCalldata(account, digest, signature);
    }
}
