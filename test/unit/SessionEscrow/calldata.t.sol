// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Redemption, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionCalls} from "../../utils/SessionCalls.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice A session's id is the hash of its terms as they stand in calldata, and no call does anything to a session
/// with other terms.
contract SessionEscrowCalldataTest is SessionCalls {
    uint256 private constant WORDS = 8;
    /// @dev Where the terms begin in the calls that take them first, in memory: behind the length and the selector.
    uint256 private constant TERMS = 0x24;

    /// @dev For each of the terms' 8 fields the bits that its type has.
    uint16[8] private _widths = [160, 160, 160, 160, 160, 40, 32, 256];

    function setUp() public {
        setUpSessions();
    }

    function testFuzz_RevertWhen_AFieldDiffers(uint256 fieldSeed, uint256 bitSeed, bool closing) public {
        uint256 field = fieldSeed % WORDS;
        _requireEveryCallMisses(field, uint256(1) << (bitSeed % _widths[field]), closing);
    }

    function testFuzz_RevertWhen_AWordIsDirty(uint256 fieldSeed, uint256 dirt, bool closing) public {
        uint256 field = fieldSeed % (WORDS - 1);
        uint256 mask = dirt << _widths[field];
        vm.assume(mask != 0);
        _requireEveryCallMisses(field, mask, closing);
    }

    /// @dev So no session has dirty terms, and two sets of calldata never mean one session.
    function testFuzz_RevertWhen_OpenedWithADirtyWord(uint256 fieldSeed, uint256 dirt) public {
        uint256 field = fieldSeed % (WORDS - 1);
        uint256 mask = dirt << _widths[field];
        vm.assume(mask != 0);
        SessionTerms memory terms = defaultTerms();
        bytes memory input = abi.encodeCall(ISessionEscrow.open, (terms, 5));
        bytes32 changedId = _change(input, TERMS, field, mask);
        Books memory expected = booksOf(terms);
        requireRevertHere(client, input, "", "dirty terms");
        requireBooks(terms, expected);
        assertTrue(sessions.sessionOf(changedId).state == SessionState.NONE, "nor is it open by its dirty id");
    }

    function testFuzz_RevertWhen_AnAmountIsDirty(uint256 dirt, uint256 which) public {
        uint256 mask = dirt << 128;
        vm.assume(mask != 0);
        SessionTerms memory terms = which % 4 == 0 ? sessionIn(SessionState.NONE) : openSession();
        bytes memory input = stepsOf(terms)[which % 4 < 3 ? which % 4 : 0].input;
        uint256 words = WORDS;
        uint256 start = TERMS;
        if (which % 4 == 3) {
            Redemption[] memory batch = new Redemption[](1);
            batch[0] = redemption(terms, 5);
            input = abi.encodeCall(ISessionEscrow.redeemMany, (batch));
            // Behind the array's place and length and the item's place.
            start += 0x60;
        }
        _change(input, start, words, mask);
        Books memory expected = booksOf(terms);
        requireRevertHere(client, input, "", "a dirty amount");
        requireBooks(terms, expected);
    }

    /// @dev What follows the arguments is no part of them.
    function testFuzz_When_CalldataIsLonger(bytes calldata tail, uint256 which) public {
        which = 1 + (which % 4);
        SessionTerms memory terms = openSession();
        Step memory step = stepsOf(terms)[which];
        vm.prank(step.caller);
        (bool succeeded, ) = address(sessions).call(bytes.concat(step.input, tail));
        assertTrue(succeeded, step.name);
    }

    function testFuzz_RevertWhen_CalldataIsShort(uint256 length, uint256 which) public {
        which %= STEPS;
        SessionTerms memory terms = which == 0 ? sessionIn(SessionState.NONE) : openSession();
        Step memory step = stepsOf(terms)[which];
        bytes memory input = step.input;
        // A signature ends within its last word; the rest of that word may be missing.
        uint256 whole = which == 2 ? input.length - 31 : input.length;
        length = bound(length, 4, whole - 1);
        assembly {
            mstore(input, length)
        }
        requireRevertHere(step.caller, input, "", step.name);
    }

    /// @dev A signature or an item that is said to lie behind all calldata.
    function testFuzz_RevertWhen_APlaceIsBehindTheCalldata(uint256 place, uint256 which) public {
        (bytes memory input, SessionTerms memory terms) = _misplaced(bound(place, 2_000, type(uint128).max), which);
        Books memory expected = booksOf(terms);
        requireRevertHere(stranger, input, "", "outside");
        requireBooks(terms, expected);
    }

    /// @dev Anywhere at all, before the item too: no money moves.
    function testFuzz_When_APlaceIsAnywhere_NothingIsPaid(uint256 place, uint256 which) public {
        (bytes memory input, SessionTerms memory terms) = _misplaced(place, which);
        Books memory expected = booksOf(terms);
        vm.prank(stranger);
        (bool succeeded, bytes memory answer) = address(sessions).call(input);
        if (succeeded) assertEq(answer, abi.encode(0), "nothing to redeem there");
        requireBooks(terms, expected);
    }

    /// @dev The view hashes what it is given.
    function testFuzz_TheIdIsOfTheRawWords(uint256[8] memory words) public view {
        (, bytes memory answer) = address(sessions).staticcall(
            abi.encodePacked(ISessionEscrow.sessionIdOf.selector, abi.encode(words))
        );
        assertEq(abi.decode(answer, (bytes32)), keccak256(abi.encode(words)), "raw");
    }

    /// @dev A redemption that would pay, with a word that says where something lies changed: the signature of a single
    /// one, the list, its length, or its item.
    function _misplaced(uint256 place, uint256 which) private returns (bytes memory input, SessionTerms memory terms) {
        terms = openSession();
        Redemption[] memory batch = new Redemption[](1);
        batch[0] = redemption(terms, 5);
        input = which % 4 == 0 ? redeemCall(terms, 5) : abi.encodeCall(ISessionEscrow.redeemMany, (batch));
        uint256[4] memory wordOf = [WORDS + 1, 0, 1, 2];
        uint256 word = TERMS + 0x20 * wordOf[which % 4];
        uint256 right;
        assembly {
            right := mload(add(input, word))
            mstore(add(input, word), place)
        }
        vm.assume(place != right);
    }

    /// @dev Changes a word of the terms in calldata, and requires that each call finds no session there.
    function _requireEveryCallMisses(uint256 field, uint256 mask, bool closing) private {
        SessionTerms memory terms = sessionIn(closing ? SessionState.CLOSING : SessionState.OPEN);
        Books memory expected = booksOf(terms);
        Step[] memory steps = stepsOf(terms);
        for (uint256 i = 1; i < STEPS; ++i) {
            bytes32 changedId = _change(steps[i].input, TERMS, field, mask);
            bytes memory refusal = SessionErrors.unexpectedState(changedId, SessionState.NONE, steps[i].allowed);
            requireRevertHere(steps[i].caller, steps[i].input, refusal, steps[i].name);
        }
        Redemption[] memory batch = new Redemption[](1);
        batch[0] = redemption(terms, 5);
        bytes memory input = abi.encodeCall(ISessionEscrow.redeemMany, (batch));
        _change(input, TERMS + 0x60, field, mask);
        vm.prank(stranger);
        (, bytes memory answer) = address(sessions).call(input);
        assertEq(answer, abi.encode(0), "skipped in a batch");
        requireBooks(terms, expected);
    }

    /// @param start Where the terms begin in memory, from the input's length on.
    /// @return changedId The hash of the changed terms.
    function _change(
        bytes memory input,
        uint256 start,
        uint256 field,
        uint256 mask
    ) private pure returns (bytes32 changedId) {
        assembly {
            let terms := add(input, start)
            let word := add(terms, mul(field, 0x20))
            mstore(word, xor(mload(word), mask))
            changedId := keccak256(terms, mul(WORDS, 0x20))
        }
    }
}
