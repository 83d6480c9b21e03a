// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {MachineClaim} from "../../../contracts/types/Provider.sol";
import {RequestErrors} from "../../utils/RequestErrors.sol";
import {RequestFixture} from "../../utils/RequestFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What a request asks of machine and stake, checked where it is taken. How machines compare is the registry's.
contract JobEscrowRequestNeedsTest is RequestFixture {
    function setUp() public {
        setUpRequests();
    }

    function testFuzz_When_TheMachineIsExactlyWhatIsAsked(MachineClaim memory claim) public {
        bytes32 added = _addMachine(claim);
        Request memory request = _asking(claim);
        _take(request, added);
    }

    function testFuzz_When_TheMachineIsMore(MachineClaim memory claim, uint16 count, uint32 memoryMib) public {
        bytes32 added = _addMachine(claim);
        Request memory request = _asking(claim);
        request.minGpuCount = uint16(bound(count, 0, claim.gpuCount));
        request.minVramMib = uint32(bound(memoryMib, 0, claim.vramMib));
        _take(request, added);
    }

    /// @dev One requirement at a time, alone and together with the others: each is looked at for itself.
    function testFuzz_RevertWhen_OneRequirementIsNotMet(MachineClaim memory claim, uint8 which, bool alone) public {
        claim.gpuCount = uint16(bound(claim.gpuCount, 1, type(uint16).max - 1));
        claim.vramMib = uint32(bound(claim.vramMib, 1, type(uint32).max - 1));
        bytes32 added = _addMachine(claim);
        Request memory request = _asking(claim);
        if (alone) (request.minGpuCount, request.minVramMib, request.gpuModel, request.region) = (0, 0, 0, 0);
        if (which % 4 == 0) request.minGpuCount = claim.gpuCount + 1;
        if (which % 4 == 1) request.minVramMib = claim.vramMib + 1;
        if (which % 4 == 2) request.gpuModel = claim.gpuModel == "other" ? bytes32("another") : bytes32("other");
        if (which % 4 == 3) request.region = claim.region == "other" ? bytes8("another") : bytes8("other");
        _requireUnsuitable(request, added, "one is not met");
    }

    function test_When_ACountryIsAsked_ItsSubdivisionServes() public {
        MachineClaim memory claim = MachineClaim("nvidia-rtx-4090", 1, 24_576, "us-ca", 0);
        bytes32 added = _addMachine(claim);
        Request memory request = defaultRequest();
        request.region = "us-ny";
        _requireUnsuitable(request, added, "another subdivision");
        request.region = "us";
        _take(request, added);
    }

    function testFuzz_RevertWhen_ThereIsNoSuchMachine(bytes32 unknown, uint8 which) public {
        vm.assume(unknown != machineId);
        _requireUnsuitable(_askingOneThing(which), unknown, "unknown");
        _requireUnsuitable(_askingOneThing(which), 0, "none");
    }

    function testFuzz_RevertWhen_TheMachineIsRetired(uint8 which) public {
        Request memory request = _askingOneThing(which);
        vm.prank(owner);
        registry.retireMachine(provider, machineId);
        _requireUnsuitable(request, machineId, "retired");
    }

    function testFuzz_RevertWhen_TheMachineIsAnothers(uint8 which) public {
        _requireUnsuitable(_askingOneThing(which), rivalMachineId, "another provider's");
    }

    function testFuzz_When_NoMachineIsAsked_AnyIdServes(bytes32 anything) public {
        Request memory request = _askingNothing();
        _take(request, anything);
    }

    function test_When_NoMachineIsAsked_ARetiredOneServes() public {
        vm.prank(owner);
        registry.retireMachine(provider, machineId);
        _take(_askingNothing(), machineId);
    }

    function testFuzz_RevertWhen_StakeIsTooSmall(uint128 minStake) public {
        Request memory request = defaultRequest();
        request.minStake = uint128(bound(minStake, STAKE + 1, type(uint128).max));
        bytes memory expected = RequestErrors.stakeTooSmall(provider, STAKE, request.minStake);
        requireRevert(owner, requestCall(request), expected, "too small");
        request.minStake = STAKE + 1;
        expected = RequestErrors.stakeTooSmall(provider, STAKE, STAKE + 1);
        requireRevert(owner, requestCall(request), expected, "one too small");
        request.minStake = STAKE;
        _take(request, machineId);
    }

    /// @dev The least that can be asked for is asked for.
    function test_RevertWhen_NothingIsStaked() public {
        vm.startPrank(owner);
        staking.authorize(provider, address(escrow), 0, 0);
        staking.startThaw(provider, STAKE);
        vm.stopPrank();
        Request memory request = defaultRequest();
        request.minStake = 1;
        bytes memory expected = RequestErrors.stakeTooSmall(provider, 0, 1);
        requireRevert(owner, requestCall(request), expected, "one unit");
    }

    /// @dev Stake counts whether it is free, another service's or in a job already.
    function testFuzz_When_StakeIsCommitted_AllOfItCounts(uint128 otherPart, uint128 otherLocked) public {
        address service = address(uint160(0x9a9c1));
        otherPart = uint128(bound(otherPart, 0, STAKE - LOCK_LIMIT));
        otherLocked = uint128(bound(otherLocked, 0, otherPart));
        vm.prank(owner);
        staking.authorize(provider, service, otherPart, otherPart);
        vm.prank(service);
        staking.lock(provider, otherLocked);
        Request memory request = defaultRequest();
        request.minStake = STAKE;
        _take(request, machineId);
        request.salt += 1;
        _take(request, machineId);
    }

    function testFuzz_RevertWhen_StakeThaws(uint128 thawing) public {
        thawing = uint128(bound(thawing, 1, STAKE - LOCK_LIMIT));
        vm.prank(owner);
        staking.startThaw(provider, thawing);
        Request memory request = defaultRequest();
        request.minStake = STAKE;
        bytes memory expected = RequestErrors.stakeTooSmall(provider, STAKE - thawing, STAKE);
        requireRevert(owner, requestCall(request), expected, "thawing");
        request.minStake = STAKE - thawing;
        _take(request, machineId);

        vm.prank(owner);
        staking.cancelThaw(provider);
        request.minStake = STAKE;
        _take(request, machineId);
    }

    /// @dev The stake of the provider that takes counts, not that of whoever owns it.
    function testFuzz_When_AnotherHasMoreStake_ItDoesNotCount(uint128 more) public {
        more = uint128(bound(more, 1, STAKE));
        stakeToken.mint(address(this), more);
        stakeToken.approve(address(staking), more);
        staking.deposit(rival, more);
        Request memory request = defaultRequest();
        request.minStake = STAKE + more;
        bytes memory expected = RequestErrors.stakeTooSmall(provider, STAKE, STAKE + more);
        requireRevert(owner, requestCall(request), expected, "the rival's stake");
        request.region = 0;
        bytes memory signature = signRequest(CLIENT_KEY, request);
        vm.prank(rival);
        escrow.takeRequest(request, signature, rival, rivalMachineId);
        requireOrder(request, true, false, 1, 1, "taken by the rival");
    }

    /// @dev A published or remembered request is looked at again at each take.
    function test_RevertWhen_TheMachineRetiresAfterADecline() public {
        Request memory request = defaultRequest();
        declineJob(takeSigned(request));
        vm.prank(owner);
        registry.retireMachine(provider, machineId);
        _requireUnsuitable(request, machineId, "retired meanwhile");
    }

    /// @dev Adds a valid machine like a fuzzed one.
    function _addMachine(MachineClaim memory claim) private returns (bytes32 added) {
        if (claim.gpuModel == 0) claim.gpuModel = "model";
        if (claim.gpuCount == 0) claim.gpuCount = 1;
        if (claim.vramMib == 0) claim.vramMib = 1;
        vm.prank(owner);
        return registry.addMachine(provider, claim);
    }

    function _asking(MachineClaim memory claim) private view returns (Request memory request) {
        request = defaultRequest();
        request.gpuModel = claim.gpuModel;
        request.minGpuCount = claim.gpuCount;
        request.minVramMib = claim.vramMib;
        request.region = claim.region;
    }

    function _askingNothing() private view returns (Request memory request) {
        request = defaultRequest();
        (request.minGpuCount, request.minVramMib, request.gpuModel, request.region) = (0, 0, 0, 0);
        request.minStake = 0;
    }

    /// @dev One requirement of four that the provider's machine meets: any of them makes the market look.
    function _askingOneThing(uint8 which) private view returns (Request memory request) {
        request = _askingNothing();
        if (which % 4 == 0) request.minGpuCount = 1;
        if (which % 4 == 1) request.minVramMib = 1;
        if (which % 4 == 2) request.gpuModel = "nvidia-rtx-4090";
        if (which % 4 == 3) request.region = "de";
    }

    function _take(Request memory request, bytes32 machine) private {
        bytes32 orderHash = escrow.hashRequest(request);
        bytes memory signature = signDigest(CLIENT_KEY, orderHash);
        expectEvent(address(escrow));
        emit IJobEscrow.RequestTaken(orderHash, provider, machine);
        vm.prank(operator);
        escrow.takeRequest(request, signature, provider, machine);
    }

    function _requireUnsuitable(Request memory request, bytes32 machine, string memory label) private {
        bytes memory signature = signRequest(CLIENT_KEY, request);
        bytes memory input = abi.encodeCall(IJobEscrow.takeRequest, (request, signature, provider, machine));
        bytes memory expected = RequestErrors.machineUnsuitable(provider, machine);
        requireRevert(operator, input, expected, label);
        requireRevert(owner, input, expected, label);
    }
}
