// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {Session, SessionState, SessionTerms} from "../../../contracts/types/Session.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice What the market says of itself, of a session, and of what is to be signed.
contract SessionEscrowIdsTest is SessionFixture {
    function setUp() public {
        setUpSessions();
    }

    function test_TheMarketNamesItsParts() public view {
        assertEq(address(sessions.registry()), address(registry), "registry");
        assertEq(address(sessions.vault()), address(vault), "vault");
    }

    function testFuzz_IdIsTheHashOfTheTerms(SessionTerms memory terms) public view {
        bytes memory words = abi.encodePacked(
            abi.encode(terms.payer, terms.payerKey, terms.provider, terms.payout),
            abi.encode(terms.token, terms.expiresAt, terms.graceSeconds, terms.salt)
        );
        assertEq(sessions.sessionIdOf(terms), keccak256(words), "eight words");
        assertEq(sessions.sessionIdOf(terms), keccak256(abi.encode(terms)), "as documented");
    }

    function testFuzz_UnknownSessionsAreEmpty(bytes32 sessionId) public view {
        requireSession(sessions.sessionOf(sessionId), Session(SessionState.NONE, 0, 0, 0, 0));
    }

    /// @dev By the text of EIP-712, for this contract, on whatever chain this is.
    function testFuzz_TheDigestOfAReceipt(bytes32 sessionId, uint128 cumulative, uint64 chain) public {
        chain = uint64(bound(chain, 1, type(uint64).max));
        for (uint256 i; i < 2; ++i) {
            bytes32 expected = receiptDigest(address(sessions), block.chainid, sessionId, cumulative);
            assertEq(sessions.hashReceipt(sessionId, cumulative), expected, "digest");
            vm.chainId(chain);
        }
        ISessionEscrow twin = deploySessions();
        bytes32 digest = receiptDigest(address(twin), chain, sessionId, cumulative);
        assertEq(twin.hashReceipt(sessionId, cumulative), digest, "of another deployment");
    }

    /// @dev The domain that a wallet shows: name, version, chain and contract, and nothing else.
    function test_TheDomain() public view {
        (bool succeeded, bytes memory answer) = address(sessions).staticcall(abi.encodeWithSignature("eip712Domain()"));
        assertTrue(succeeded, "the domain is public");
        bytes memory expected = abi.encode(
            bytes1(0x0f),
            "Wattle SessionEscrow",
            "1",
            block.chainid,
            address(sessions),
            bytes32(0),
            new uint256[](0)
        );
        assertEq(answer, expected, "domain");
    }

    /// @dev The id does not say where: the same terms have the same id on every chain and at every deployment.
    function testFuzz_TheIdIsTheSameEverywhere(uint256 seed, uint64 chain) public {
        SessionTerms memory terms = anyTerms(seed);
        bytes32 sessionId = sessions.sessionIdOf(terms);
        vm.chainId(uint64(bound(chain, 1, type(uint64).max)));
        assertEq(deploySessions().sessionIdOf(terms), sessionId, "elsewhere");
    }
}
