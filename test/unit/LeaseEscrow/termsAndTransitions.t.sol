// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseEscrow} from "../../../contracts/interfaces/ILeaseEscrow.sol";
import {LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {LeaseErrors} from "../../utils/LeaseErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @title LeaseSteps
/// @notice Every call that changes one lease, and the states that it needs.
abstract contract LeaseSteps is LeaseFixture {
    uint256 internal constant STEPS = 4;

    /// @param needed A bitmap of states.
    /// @param by Who may make the call in them.
    struct Step {
        string name;
        bytes input;
        uint256 needed;
        address by;
    }

    function stepsOf(LeaseTerms memory terms) internal view returns (Step[] memory steps) {
        steps = new Step[](STEPS);
        steps[0] = Step("checkIn", abi.encodeCall(ILeaseEscrow.checkIn, (terms)), LIVE, operator);
        steps[1] = Step("topUp", abi.encodeCall(ILeaseEscrow.topUp, (terms, 10)), LIVE, client);
        steps[2] = Step("withdraw", abi.encodeCall(ILeaseEscrow.withdraw, (terms)), RUNNING_ONLY, stranger);
        steps[3] = Step("close", abi.encodeCall(ILeaseEscrow.close, (terms)), LIVE, client);
    }
}

/// @notice A lease's id is the hash of its terms, and no call does anything to a lease with other terms.
contract LeaseEscrowTermsTest is LeaseSteps {
    uint256 private constant WORDS = 10;
    /// @dev Where the terms begin in the calls that take them first, in memory: behind the length and the selector.
    uint256 private constant TERMS = 0x24;

    /// @dev For each of the terms' 10 fields the bits that its type has.
    uint16[10] private _widths = [256, 32, 160, 160, 160, 160, 128, 40, 32, 32];

    function setUp() public {
        setUpLeases();
    }

    function testFuzz_RevertWhen_AFieldDiffers(uint256 fieldSeed, uint256 bitSeed) public {
        uint256 field = fieldSeed % WORDS;
        _requireEveryCallMisses(field, uint256(1) << (bitSeed % _widths[field]));
    }

    /// @dev All fields but the first have room above their type.
    function testFuzz_RevertWhen_AWordIsDirty(uint256 fieldSeed, uint256 dirt, uint256 stepSeed) public {
        uint256 field = 1 + (fieldSeed % (WORDS - 1));
        uint256 mask = dirt << _widths[field];
        vm.assume(mask != 0);
        LeaseTerms memory terms = leaseIn(LeaseState.RUNNING);
        pass(10);
        Step memory step = stepsOf(terms)[stepSeed % STEPS];
        _changeTerms(step.input, TERMS, field, mask);
        refuse(step.by, step.input, "", step.name);
        LeaseTerms[] memory batch = new LeaseTerms[](1);
        batch[0] = terms;
        bytes memory input = abi.encodeCall(ILeaseEscrow.checkInMany, (batch));
        // Behind the array's place and length.
        _changeTerms(input, TERMS + 0x40, field, mask);
        refuse(operator, input, "", "checkInMany");
    }

    /// @dev What follows the terms is no part of them.
    function testFuzz_When_CalldataIsLonger(bytes calldata tail) public {
        LeaseTerms memory terms = leaseIn(LeaseState.RUNNING);
        vm.prank(client);
        (bool succeeded, ) = address(leases).call(bytes.concat(abi.encodeCall(ILeaseEscrow.close, (terms)), tail));
        assertTrue(succeeded && leaseOf(terms).state == LeaseState.CLOSED, "closed");
    }

    function testFuzz_RevertWhen_CalldataIsShort(uint256 stepSeed, uint256 length) public {
        LeaseTerms memory terms = leaseIn(LeaseState.RUNNING);
        pass(10);
        Step memory step = stepsOf(terms)[stepSeed % STEPS];
        bytes memory input = step.input;
        length = bound(length, 4, input.length - 1);
        assembly {
            mstore(input, length)
        }
        refuse(step.by, input, "", "short calldata");
    }

    /// @dev A batch finds no lease there either, and passes over it; nor do views.
    function testFuzz_When_AFieldDiffers_BatchesAndViewsFindNothing(uint256 fieldSeed, uint256 bitSeed) public {
        uint256 field = fieldSeed % WORDS;
        // The provider's id decides who may call, whether or not there is such a lease.
        if (field == 3) field = 0;
        LeaseTerms[] memory batch = new LeaseTerms[](1);
        batch[0] = leaseIn(LeaseState.RUNNING);
        pass(10);
        bytes32 before = keccak256(abi.encode(leaseOf(batch[0])));
        bytes32 leaseId = idOfLease(batch[0]);
        LeaseTerms memory terms = batch[0];
        uint256 mask = uint256(1) << (bitSeed % _widths[field]);
        assembly {
            let word := add(terms, mul(field, 0x20))
            mstore(word, xor(mload(word), mask))
        }
        vm.prank(operator);
        assertEq(leases.checkInMany(batch), 0, "none");
        assertEq(keccak256(abi.encode(leases.leaseOf(leaseId))), before, "the lease stays as it is");
        (uint32 served, uint256 earned) = leases.accruedOf(terms);
        assertEq(served + earned, 0, "nothing accrued");
    }

    /// @dev Changes a word of the terms in calldata, and requires that each call finds no lease there.
    function _requireEveryCallMisses(uint256 field, uint256 mask) private {
        LeaseTerms memory terms = leaseIn(LeaseState.RUNNING);
        pass(10);
        Step[] memory steps = stepsOf(terms);
        for (uint256 i; i < STEPS; ++i) {
            bytes32 changedId = _changeTerms(steps[i].input, TERMS, field, mask);
            bytes memory expected = LeaseErrors.unexpectedState(changedId, LeaseState.NONE, steps[i].needed);
            refuse(steps[i].by, steps[i].input, expected, steps[i].name);
        }
    }

    /// @param start Where the terms begin in memory, from the input's length on.
    /// @return leaseId The hash of the changed terms.
    function _changeTerms(
        bytes memory input,
        uint256 start,
        uint256 field,
        uint256 mask
    ) private pure returns (bytes32 leaseId) {
        assembly {
            let terms := add(input, start)
            let word := add(terms, mul(field, 0x20))
            mstore(word, xor(mload(word), mask))
            leaseId := keccak256(terms, mul(WORDS, 0x20))
        }
    }
}

/// @notice Every state and every call that its row of the table does not have, by anyone and at any time.
contract LeaseEscrowTransitionsTest is LeaseSteps {
    function setUp() public {
        setUpLeases();
    }

    function testFuzz_RevertGiven_NoSuchLease(address caller, uint256 seed) public {
        _requireOnly(leaseIn(LeaseState.NONE), caller, seed);
    }

    function testFuzz_RevertGiven_Open(address caller, uint256 seed) public {
        _requireOnly(leaseIn(LeaseState.OPEN), caller, seed);
    }

    function testFuzz_RevertGiven_Running(address caller, uint256 seed) public {
        _requireOnly(leaseIn(LeaseState.RUNNING), caller, seed);
    }

    function testFuzz_RevertGiven_ClosedBeforeACheckIn(address caller, uint256 seed) public {
        LeaseTerms memory terms = leaseIn(LeaseState.OPEN);
        closeAs(operator, terms);
        _requireOnly(terms, caller, seed);
    }

    function testFuzz_RevertGiven_ClosedByASide(address caller, uint256 seed) public {
        _requireOnly(leaseIn(LeaseState.CLOSED), caller, seed);
    }

    function testFuzz_RevertGiven_ClosedByAnyone(address caller, uint256 seed) public {
        LeaseTerms memory terms = leaseIn(LeaseState.RUNNING);
        pass(GRACE_SECONDS + 1);
        closeAs(stranger, terms);
        _requireOnly(terms, caller, seed);
    }

    /// @dev An open lease has all but one of the calls, a running one all of them: in its state each one works, by who
    /// may make it, and leads where the table says.
    function test_EveryCallWorksInItsStates() public {
        for (uint256 i; i < STEPS; ++i) {
            for (uint8 state = 1; state < 3; ++state) {
                uint256 snapshot = vm.snapshotState();
                LeaseTerms memory terms = leaseIn(LeaseState(state));
                Step memory step = stepsOf(terms)[i];
                pass(10);
                if ((step.needed >> state) & 1 == 1) {
                    vm.prank(step.by);
                    (bool succeeded, ) = address(leases).call(step.input);
                    assertTrue(succeeded, step.name);
                    assertEq(uint8(leaseOf(terms).state), _leadsTo(i, state), step.name);
                }
                vm.revertToState(snapshot);
            }
        }
    }

    /// @dev Time alone changes no state.
    function testFuzz_TimeChangesNothing(uint8 state, uint32 elapsed) public {
        LeaseTerms memory terms = leaseIn(LeaseState(state % 4));
        bytes32 before = keccak256(abi.encode(leaseOf(terms)));
        pass(elapsed);
        assertEq(keccak256(abi.encode(leaseOf(terms))), before, "the lease");
    }

    function _leadsTo(uint256 step, uint8 from) private pure returns (uint8) {
        if (step == 0) return uint8(LeaseState.RUNNING);
        return step == 3 ? uint8(LeaseState.CLOSED) : from;
    }

    /// @dev Tries every call that the lease's state does not have, and the batch, which passes over a lease without one.
    function _requireOnly(LeaseTerms memory terms, address caller, uint256 seed) private {
        address[6] memory callers = [caller, client, owner, operator, provider, stranger];
        bytes32 before = keccak256(abi.encode(leaseOf(terms)));
        LeaseState current = leaseOf(terms).state;
        vm.warp(block.timestamp + pick(seed, "wait", 0, 1_000 days));
        Step[] memory steps = stepsOf(terms);
        for (uint256 i; i < STEPS; ++i) {
            if ((steps[i].needed >> uint8(current)) & 1 == 1) continue;
            bytes memory expected = LeaseErrors.unexpectedState(idOfLease(terms), current, steps[i].needed);
            address chosen = callers[uint256(keccak256(abi.encode(seed, i))) % callers.length];
            refuse(chosen, steps[i].input, expected, steps[i].name);
            refuse(steps[i].by, steps[i].input, expected, steps[i].name);
        }
        if (current == LeaseState.NONE || current == LeaseState.CLOSED) {
            LeaseTerms[] memory batch = new LeaseTerms[](1);
            batch[0] = terms;
            vm.prank(operator);
            assertEq(leases.checkInMany(batch), 0, "checkInMany passes over it");
        }
        assertEq(keccak256(abi.encode(leaseOf(terms))), before, "the lease stays as it is");
    }
}
