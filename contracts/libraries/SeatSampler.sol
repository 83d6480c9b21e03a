// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @title SeatSampler
/// @notice Draws places of a list without replacement: each place that was not drawn yet is as likely as any other. It
/// is the shuffle of Fisher and Yates, of which only the places that moved are kept, so that it costs nothing to have a
/// long list. Whoever draws to the end has seen every place once.
library SeatSampler {
    /// @notice A draw under way.
    /// @param seed What it follows from.
    /// @param count Length of the list.
    /// @param drawn How many places were drawn.
    /// @param moved Places whose content is not their own number any more.
    /// @param content What lies there instead.
    struct Sampler {
        uint256 seed;
        uint256 count;
        uint256 drawn;
        uint256[] moved;
        uint256[] content;
    }

    /// @notice Begins a draw.
    /// @param most How many places will be drawn at most.
    function begin(uint256 seed, uint256 count, uint256 most) internal pure returns (Sampler memory sampler) {
        sampler.seed = seed;
        sampler.count = count;
        sampler.moved = new uint256[](most);
        sampler.content = new uint256[](most);
    }

    /// @notice The next place. There must be one: `drawn` below both `count` and the most that {begin} was told.
    function next(Sampler memory sampler) internal pure returns (uint256 seat) {
        uint256 first = sampler.drawn++;
        uint256 word = uint256(keccak256(abi.encode(sampler.seed, first)));
        uint256 place = first + (word % (sampler.count - first));
        // The first place that is still in the shuffle takes the drawn one's position, and is never asked for again.
        seat = _contentOf(sampler, place, first);
        sampler.moved[first] = place;
        sampler.content[first] = _contentOf(sampler, first, first);
    }

    /// @dev What lies at a place: what was moved there last, else its own number.
    function _contentOf(Sampler memory sampler, uint256 place, uint256 moves) private pure returns (uint256) {
        for (uint256 i = moves; i != 0; --i) if (sampler.moved[i - 1] == place) return sampler.content[i - 1];
        return place;
    }
}
