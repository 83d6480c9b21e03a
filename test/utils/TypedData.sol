// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @notice What an account signs to set an allowance in the vault.
struct Allowance {
    address owner;
    address spender;
    uint256 id;
    uint256 amount;
    uint256 nonce;
    uint256 deadlineAt;
}

/// @title TypedData
/// @notice What accounts sign, by the text of EIP-712 and without the contracts' help. Offers and requests are not among
/// it: the tests of their hashes put them together by hand.
library TypedData {
    string internal constant MARKET = "Wattle JobEscrow";
    string internal constant VAULT = "Wattle PaymentVault";
    string internal constant ADJUDICATOR = "Wattle AttestedAdjudicator";

    bytes32 private constant DOMAIN_TYPEHASH = keccak256(
        "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
    );
    bytes32 private constant CANCEL_TYPEHASH = keccak256("Cancel(bytes32 jobId,uint40 expiresAt)");
    bytes32 private constant RULING_TYPEHASH = keccak256("Ruling(address market,bytes32 caseId,bool providerRight)");
    bytes32 private constant ALLOWANCE_TYPEHASH = keccak256(
        "SetAllowance(address owner,address spender,uint256 id,uint256 amount,uint256 nonce,uint256 deadlineAt)"
    );
    bytes32 private constant PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    /// @notice The digest of a struct for version 1 of a contract.
    function digest(
        string memory name,
        address verifier,
        uint256 chainId,
        bytes32 structHash
    ) internal pure returns (bytes32) {
        return digestIn(domainSeparator(name, verifier, chainId), structHash);
    }

    /// @notice The digest of a struct in a domain.
    function digestIn(bytes32 domain, bytes32 structHash) internal pure returns (bytes32) {
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    /// @notice The domain separator of version 1 of a contract.
    function domainSeparator(string memory name, address verifier, uint256 chainId) internal pure returns (bytes32) {
        return keccak256(abi.encode(DOMAIN_TYPEHASH, keccak256(bytes(name)), keccak256("1"), chainId, verifier));
    }

    /// @notice What a client signs so that a job may be canceled.
    function cancelDigest(
        address market,
        uint256 chainId,
        bytes32 jobId,
        uint40 expiresAt
    ) internal pure returns (bytes32) {
        return digest(MARKET, market, chainId, keccak256(abi.encode(CANCEL_TYPEHASH, jobId, expiresAt)));
    }

    /// @notice What an adjudicator's signer signs.
    function rulingDigest(
        address adjudicator,
        uint256 chainId,
        address market,
        bytes32 caseId,
        bool providerRight
    ) internal pure returns (bytes32) {
        return digest(ADJUDICATOR, adjudicator, chainId, rulingHash(market, caseId, providerRight));
    }

    /// @notice A ruling's struct hash, which is of no contract yet.
    function rulingHash(address market, bytes32 caseId, bool providerRight) internal pure returns (bytes32) {
        return keccak256(abi.encode(RULING_TYPEHASH, market, caseId, providerRight));
    }

    /// @notice What an account signs to set an allowance in the vault.
    function allowanceDigest(
        address vault,
        uint256 chainId,
        Allowance memory allowance
    ) internal pure returns (bytes32) {
        return digest(VAULT, vault, chainId, keccak256(abi.encode(ALLOWANCE_TYPEHASH, allowance)));
    }

    /// @notice What an account signs to give an ERC-2612 permit with its next nonce.
    function permitDigest(
        IERC20Permit token,
        address owner,
        address spender,
        uint256 amount,
        uint256 deadlineAt
    ) internal view returns (bytes32) {
        bytes32 structHash = keccak256(
            abi.encode(PERMIT_TYPEHASH, owner, spender, amount, token.nonces(owner), deadlineAt)
        );
        return digestIn(token.DOMAIN_SEPARATOR(), structHash);
    }
}
