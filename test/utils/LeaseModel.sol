// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title LeaseModel
/// @notice A lease of at most 256 seconds as docs/protocol.md tells of it, without any of the market's arithmetic: each
/// second is a bit, set where a check-in covers it. So no second can count twice, and who was away is not there.
library LeaseModel {
    /// @param presence A bit for each second since the opening in which the provider counts as there.
    /// @param started Whether the provider checked in at all.
    /// @param elapsed Seconds since the opening.
    /// @param paid Seconds that the provider was paid.
    struct Model {
        uint256 leaseSeconds;
        uint256 graceSeconds;
        uint256 funded;
        uint256 presence;
        uint256 elapsed;
        uint256 seenAt;
        uint256 paid;
        bool started;
    }

    /// @dev A check-in covers the grace from now on, up to the end.
    function checkIn(Model memory model) internal pure {
        for (uint256 i = model.elapsed; i < model.elapsed + model.graceSeconds && i < model.leaseSeconds; ++i) {
            model.presence |= uint256(1) << i;
        }
        (model.seenAt, model.started) = (model.elapsed, true);
    }

    /// @dev How many seconds before now the provider was there.
    function served(Model memory model) internal pure returns (uint256 count) {
        for (uint256 i; i < model.elapsed && i < model.leaseSeconds; ++i) count += (model.presence >> i) & 1;
    }

    function earned(Model memory model) internal pure returns (uint256) {
        uint256 count = served(model);
        return count < model.funded ? count : model.funded;
    }

    function isExhausted(Model memory model) internal pure returns (bool) {
        return served(model) > model.funded + model.graceSeconds;
    }

    /// @dev Whether check-ins and top-ups are over.
    function pays(Model memory model) internal pure returns (bool) {
        return model.elapsed <= model.leaseSeconds && !isExhausted(model);
    }

    /// @dev Whether a stranger may close it.
    function isOver(Model memory model) internal pure returns (bool) {
        return !pays(model) || model.elapsed > model.seenAt + model.graceSeconds;
    }

    function mayTopUp(Model memory model, uint256 extra) internal pure returns (bool) {
        uint256 after_ = model.funded + extra;
        return pays(model) && after_ > model.funded && after_ >= served(model) && after_ <= model.leaseSeconds;
    }
}
