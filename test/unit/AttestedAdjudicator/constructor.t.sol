// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IAttestedAdjudicator} from "../../../contracts/interfaces/IAttestedAdjudicator.sol";
import {AdjudicatorFixture} from "../../utils/AdjudicatorFixture.sol";

contract AttestedAdjudicatorConstructorTest is AdjudicatorFixture {
    uint256 private constant MAX_SIGNERS = 32;

    function setUp() public {
        setUpCourt();
    }

    function testFuzz_NamesItsParts(uint256 count, uint256 needed, address other) public {
        count = bound(count, 1, MAX_SIGNERS);
        needed = bound(needed, 1, count);
        address[] memory accounts = _accounts(count);
        IAttestedAdjudicator deployed = deployCourt(accounts, needed);
        assertEq(address(deployed.vault()), address(vault), "vault");
        assertEq(deployed.threshold(), needed, "threshold");
        for (uint256 i; i < count; ++i) assertTrue(deployed.isSigner(accounts[i]), "signer");
        bool known = uint160(other) > 1_000 && uint160(other) <= 1_000 + count;
        assertTrue(deployed.isSigner(other) == known, "another account");
        assertFalse(deployed.isSigner(address(0)), "nobody");
        assertFalse(deployed.isSigner(address(this)), "the deployer");
    }

    function testFuzz_RevertWhen_TheThresholdIsInvalid(uint256 count, uint256 needed) public {
        count = bound(count, 0, 2 * MAX_SIGNERS);
        needed = bound(needed, count + 1, type(uint256).max);
        _requireInvalid(count, 0);
        _requireInvalid(count, needed);
        _requireInvalid(count, count + 1);
    }

    function testFuzz_RevertWhen_SignersAreTooMany(uint256 count, uint256 needed) public {
        count = bound(count, MAX_SIGNERS + 1, 2 * MAX_SIGNERS);
        needed = bound(needed, 1, count);
        _requireInvalid(count, needed);
        _requireInvalid(MAX_SIGNERS + 1, 1);
        deployCourt(_accounts(MAX_SIGNERS), MAX_SIGNERS);
    }

    function testFuzz_RevertWhen_SignersAreNotInOrder(uint256 count, uint256 first, bool twice) public {
        count = bound(count, 2, MAX_SIGNERS);
        first = bound(first, 0, count - 2);
        address[] memory accounts = _accounts(count);
        (address lower, address upper) = (accounts[first], accounts[first + 1]);
        accounts[first] = upper;
        if (!twice) accounts[first + 1] = lower;
        bytes memory expected = signersUnordered(upper, accounts[first + 1]);
        _requireRefused(accounts, 1, expected);
    }

    function test_RevertWhen_ASignerIsNobody() public {
        address[] memory accounts = _accounts(2);
        accounts[0] = address(0);
        _requireRefused(accounts, 1, signersUnordered(address(0), address(0)));
    }

    function deployExternally(address[] calldata accounts, uint256 needed) external {
        deployCourt(accounts, needed);
    }

    function _requireInvalid(uint256 count, uint256 needed) private {
        bytes memory expected = abi.encodeWithSelector(
            IAttestedAdjudicator.AttestedAdjudicator_ThresholdInvalid.selector,
            needed,
            count,
            MAX_SIGNERS
        );
        _requireRefused(_accounts(count), needed, expected);
    }

    function _requireRefused(address[] memory accounts, uint256 needed, bytes memory expected) private {
        bytes memory input = abi.encodeCall(this.deployExternally, (accounts, needed));
        assertReverts(address(this), address(this), input, expected, "the constructor");
    }

    function _accounts(uint256 count) private pure returns (address[] memory accounts) {
        accounts = new address[](count);
        for (uint256 i; i < count; ++i) accounts[i] = address(uint160(1_001 + i));
    }
}
