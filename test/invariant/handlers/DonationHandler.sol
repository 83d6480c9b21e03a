// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {World} from "../World.sol";
import {Store} from "../stores/Store.sol";
import {Handler} from "./Handler.sol";

/// @title DonationHandler
/// @notice Tokens are sent straight to the contracts, which nobody asked for. Deposits for contracts and claims moved to
/// them are among the other handlers' moves.
contract DonationHandler is Handler {
    constructor(
        Store store,
        World world
    )
        Handler(
            store,
            world,
            "donation.transfer",
            "donation.toVault donation.toStaking donation.toMarket donation.toLeases donation.toSessions"
        )
    {}

    function sendTokens(uint256 seed) external move {
        address token = _random(seed, "stake") % 4 == 0 ? stakeToken : _token(_random(seed, "token"));
        address giver = _person(seed);
        address to = _pick(world.contracts(), _random(seed, "to"));
        if (to == address(staking) && _random(seed, "payment token") % 4 != 0) token = stakeToken;
        uint256 amount = _amount(_random(seed, "amount"), 1, 1_000e18);
        world.mint(token, giver, amount);
        uint256 held = IERC20(token).balanceOf(to);
        (bool succeeded, ) = _act("donation.transfer", giver, token, abi.encodeCall(IERC20.transfer, (to, amount)));
        if (!succeeded) return;
        store.noteDonatedTokens(to, token, IERC20(token).balanceOf(to) - held);
        if (to == address(vault)) store.reach("donation.toVault");
        if (to == address(staking)) store.reach("donation.toStaking");
        if (to == address(escrow)) store.reach("donation.toMarket");
        if (to == address(leases)) store.reach("donation.toLeases");
        if (to == address(sessions)) store.reach("donation.toSessions");
    }
}
