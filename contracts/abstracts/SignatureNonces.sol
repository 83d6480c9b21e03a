// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title SignatureNonces
/// @notice What a signature that works once needs: a domain that names chain and contract, and a nonce an account.
/// @dev Adds nothing of its own. It is one base where {SignedAllowances} would otherwise have four.
abstract contract SignatureNonces is EIP712, Nonces {}
