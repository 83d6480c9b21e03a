// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MachineClaim} from "../../../contracts/types/Provider.sol";
import {RegistryFixture} from "../../utils/RegistryFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice machineMeets: what a market asks before it opens a job of a request.
contract ProviderRegistryMachineMeetsTest is RegistryFixture {
    bytes32 private constant MODEL = "nvidia-rtx-4090";

    function setUp() public {
        setUpProvider();
    }

    function testFuzz_When_NothingIsAsked_AnyMachineMeets(MachineClaim memory claim) public {
        bytes32 machineId = _add(claim);
        assertTrue(registry.machineMeets(PROVIDER, machineId, 0, 0, 0, 0), "nothing asked");
    }

    function testFuzz_When_ItIsExactlyWhatIsAsked(MachineClaim memory claim) public {
        bytes32 machineId = _add(claim);
        assertTrue(_meets(machineId, claim.gpuModel, claim.gpuCount, claim.vramMib, claim.region), "exactly");
    }

    function testFuzz_CardsAreAtLeastWhatIsAsked(MachineClaim memory claim, uint16 asked) public {
        bytes32 machineId = _add(claim);
        assertTrue(_meets(machineId, 0, asked, 0, 0) == (asked <= claim.gpuCount), "any number");
        assertTrue(_meets(machineId, 0, claim.gpuCount - 1, 0, 0), "one more than asked");
        if (claim.gpuCount == type(uint16).max) return;
        assertFalse(_meets(machineId, 0, claim.gpuCount + 1, 0, 0), "one too few");
    }

    function testFuzz_MemoryIsAtLeastWhatIsAsked(MachineClaim memory claim, uint32 asked) public {
        bytes32 machineId = _add(claim);
        assertTrue(_meets(machineId, 0, 0, asked, 0) == (asked <= claim.vramMib), "any size");
        assertTrue(_meets(machineId, 0, 0, claim.vramMib - 1, 0), "one more than asked");
        if (claim.vramMib == type(uint32).max) return;
        assertFalse(_meets(machineId, 0, 0, claim.vramMib + 1, 0), "one too few");
    }

    function testFuzz_ModelIsExactlyWhatIsAsked(MachineClaim memory claim, bytes32 asked, uint8 bit) public {
        bytes32 machineId = _add(claim);
        assertTrue(_meets(machineId, asked, 0, 0, 0) == (asked == 0 || asked == claim.gpuModel), "any model");
        bytes32 near = claim.gpuModel ^ bytes32(uint256(1) << bit);
        assertTrue(_meets(machineId, near, 0, 0, 0) == (near == 0), "one bit off");
    }

    function testFuzz_RegionIsExactlyWhatIsAsked(bytes8 actual, bytes8 asked, uint8 bit) public {
        bytes32 machineId = _addIn(actual);
        assertTrue(_meets(machineId, 0, 0, 0, actual), "the same");
        assertTrue(_meets(machineId, 0, 0, 0, asked) == _covers(asked, actual), "any region");
        bytes8 near = actual ^ bytes8(uint64(1) << (bit % 64));
        assertTrue(_meets(machineId, 0, 0, 0, near) == _covers(near, actual), "one bit off");
    }

    /// @dev Every country, by two fuzzed letters, and every continuation.
    function testFuzz_ACountryCoversItsSubdivisions(bytes2 country, bytes5 rest) public {
        vm.assume(country != 0);
        bytes8 asked = bytes8(country);
        bytes8 subdivision = asked | (bytes8(bytes1("-")) >> 16) | (bytes8(rest) >> 24);
        bytes32 machineId = _addIn(subdivision);
        assertTrue(_meets(machineId, 0, 0, 0, asked), "its country");
        assertTrue(_meets(machineId, 0, 0, 0, subdivision), "itself");
        bytes32 whole = _addIn(asked);
        assertTrue(_meets(whole, 0, 0, 0, asked), "the country itself");
        assertFalse(_meets(whole, 0, 0, 0, subdivision), "a subdivision does not cover its country");
    }

    function testFuzz_ACountryCoversNothingElse(bytes2 country, bytes1 third, bytes5 rest) public {
        vm.assume(country != 0 && third != "-" && (third != 0 || rest != 0));
        bytes8 asked = bytes8(country);
        bytes8 longer = asked | (bytes8(third) >> 16) | (bytes8(rest) >> 24);
        assertFalse(_meets(_addIn(longer), 0, 0, 0, asked), "no subdivision");
    }

    function test_Regions() public {
        bytes32 california = _addIn("us-ca");
        assertTrue(_meets(california, 0, 0, 0, "us"), "us covers us-ca");
        assertTrue(_meets(california, 0, 0, 0, "us-ca"), "us-ca covers itself");
        assertTrue(_meets(california, 0, 0, 0, 0), "anywhere covers us-ca");
        bytes8[9] memory others = [bytes8("u"), "us-", "us-c", "us-ny", "us-cal", "uk", "ca", "US", bytes8("de-by")];
        for (uint256 i; i < others.length; ++i) {
            assertFalse(_meets(california, 0, 0, 0, others[i]), string(abi.encodePacked(others[i])));
        }
        assertFalse(_meets(_addIn("usa"), 0, 0, 0, "us"), "us covers no usa");
        assertFalse(_meets(_addIn("us"), 0, 0, 0, "us-ca"), "us-ca covers no us");
        assertFalse(_meets(_addIn("u"), 0, 0, 0, "us"), "us covers no u");
        assertFalse(_meets(_addIn(0), 0, 0, 0, "us"), "us covers no machine without a region");
        assertTrue(_meets(_addIn(0), 0, 0, 0, 0), "anywhere covers a machine without a region");
    }

    function testFuzz_When_MachineIsUnknown(bytes32 machineId, address nobody) public {
        assertFalse(_meets(machineId, 0, 0, 0, 0), "unknown");
        assertFalse(registry.machineMeets(nobody, machineId, 0, 0, 0, 0), "of nobody");
        bytes32 added = _addIn("de");
        assertFalse(registry.machineMeets(OTHER_PROVIDER, added, 0, 0, 0, 0), "of another provider");
    }

    function testFuzz_When_MachineIsRetired(MachineClaim memory claim) public {
        bytes32 machineId = _add(claim);
        vm.prank(OWNER);
        registry.retireMachine(PROVIDER, machineId);
        assertFalse(_meets(machineId, 0, 0, 0, 0), "retired, nothing asked");
        assertFalse(_meets(machineId, claim.gpuModel, claim.gpuCount, claim.vramMib, claim.region), "retired");
    }

    /// @dev What covers what, letter by letter.
    function _covers(bytes8 asked, bytes8 actual) private pure returns (bool) {
        if (asked == actual) return true;
        bool isCountry = true;
        bool isAnywhere = true;
        for (uint256 i; i < 8; ++i) {
            if (asked[i] != 0) isAnywhere = false;
            if (i > 1 && asked[i] != 0) isCountry = false;
        }
        bool isWithin = asked[0] == actual[0] && asked[1] == actual[1] && actual[2] == 0x2d;
        return isAnywhere || (isCountry && isWithin);
    }

    function _meets(
        bytes32 machineId,
        bytes32 gpuModel,
        uint16 minGpuCount,
        uint32 minVramMib,
        bytes8 region
    ) private view returns (bool) {
        return registry.machineMeets(PROVIDER, machineId, gpuModel, minGpuCount, minVramMib, region);
    }

    function _addIn(bytes8 region) private returns (bytes32) {
        return _add(MachineClaim(MODEL, 1, 24_576, region, 0));
    }

    /// @dev Adds a machine like a fuzzed one, made valid; or finds it.
    function _add(MachineClaim memory claim) private returns (bytes32 machineId) {
        if (claim.gpuModel == 0) claim.gpuModel = MODEL;
        if (claim.gpuCount == 0) claim.gpuCount = 1;
        if (claim.vramMib == 0) claim.vramMib = 1;
        machineId = keccak256(abi.encode(PROVIDER, claim));
        if (registry.machineOf(PROVIDER, machineId).addedBlock != 0) return machineId;
        vm.prank(OWNER);
        registry.addMachine(PROVIDER, claim);
    }
}
