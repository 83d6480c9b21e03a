// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IFickleWallet, IWallet} from "./MockInterfaces.sol";
import {RequestFixture} from "./RequestFixture.sol";
import {vm} from "./Vm.sol";

/// @title WalletFixture
/// @notice Contract accounts that make orders: one of a key, one that says whatever it is told to.
abstract contract WalletFixture is RequestFixture {
    uint256 internal constant WALLET_KEY = 0x9907;
    uint8 internal constant NO = 0;
    uint8 internal constant YES = 1;
    /// @dev How many answers a fickle wallet has; all but one mean no.
    uint8 internal constant ANSWERS = 9;

    IWallet internal wallet;
    IFickleWallet internal fickle;

    /// @dev Deploys everything, sets up provider and client, and deploys the wallets.
    function setUpWallets() internal {
        setUpRequests();
        wallet = IWallet(deploy("Wallet", abi.encode(vm.addr(WALLET_KEY))));
        fickle = IFickleWallet(deploy("FickleWallet", ""));
    }

    /// @dev Makes a call as a wallet.
    function execute(IWallet account, address target, bytes memory data) internal {
        vm.prank(vm.addr(WALLET_KEY));
        account.execute(target, data);
    }

    /// @dev Requires that a call as a wallet reverts.
    function requireExecuteReverts(IWallet account, bytes memory data, bytes memory expected) internal {
        bytes memory input = abi.encodeCall(IWallet.execute, (address(escrow), data));
        assertReverts(vm.addr(WALLET_KEY), address(account), input, expected, "as a wallet");
    }
}
