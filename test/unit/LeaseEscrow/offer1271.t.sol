// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ILeaseOffers} from "../../../contracts/interfaces/ILeaseOffers.sol";
import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {LeaseOffer, LeaseState, LeaseTerms} from "../../../contracts/types/Lease.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {LeaseFixture} from "../../utils/LeaseFixture.sol";
import {IFickleWallet, IWallet} from "../../utils/MockInterfaces.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Providers, operators and clients of leases that are contracts.
contract LeaseEscrowContractAccountsTest is LeaseFixture {
    uint256 private constant WALLET_KEY = 0x9907;
    uint8 private constant NO = 0;
    uint8 private constant YES = 1;
    /// @dev How many answers a fickle wallet has; all but one mean no.
    uint8 private constant ANSWERS = 9;

    IWallet private _wallet;
    IFickleWallet private _fickle;

    function setUp() public {
        setUpLeases();
        _wallet = IWallet(deploy("Wallet", abi.encode(vm.addr(WALLET_KEY))));
        _fickle = IFickleWallet(deploy("FickleWallet", ""));
    }

    function testFuzz_When_AContractOwnsTheProvider_ItsKeySigns(uint256 seed) public {
        _handOver(_wallet);
        LeaseOffer memory offer = anyLeaseOffer(seed);
        (uint32 leaseSeconds, uint32 fundedSeconds) = anyPeriods(seed, offer);
        fund(client, uint256(offer.ratePerSecond) * fundedSeconds);
        openLeaseWith(offer, signLeaseOffer(WALLET_KEY, offer), leaseSeconds, fundedSeconds);
        assertFalse(leases.orderStateOf(leases.hashOffer(offer)).approved, "not remembered");
    }

    function testFuzz_RevertWhen_AnotherKeySigns(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != WALLET_KEY && key != OPERATOR_KEY);
        _handOver(_wallet);
        LeaseOffer memory offer = defaultLeaseOffer();
        _requireRefused(offer, signLeaseOffer(key, offer), vm.addr(key));
        _requireRefused(offer, signLeaseOffer(OWNER_KEY, offer), owner);
    }

    /// @dev A contract may change its mind, so it is asked at each fill.
    function testFuzz_When_TheContractChangesItsMind(bytes memory signature, bool firstSays) public {
        vm.assume(signature.length != 65);
        _handOver(_fickle);
        LeaseOffer memory offer = defaultLeaseOffer();
        address key = signature.length == 0 ? client : address(0);
        bool says = firstSays;
        for (uint256 i; i < 4; ++i) {
            _fickle.setAnswer(says ? YES : NO);
            if (says) openLeaseWith(offer, signature, LEASE_SECONDS, FUNDED_SECONDS);
            else _requireRefused(offer, signature, key);
            says = !says;
        }
        assertEq(leases.orderStateOf(leases.hashOffer(offer)).filled, 2, "filled while it said yes");
    }

    function test_RevertWhen_TheContractsAnswerIsNotYes() public {
        _handOver(_fickle);
        LeaseOffer memory offer = defaultLeaseOffer();
        for (uint8 answer; answer < ANSWERS; ++answer) {
            if (answer == YES) continue;
            _fickle.setAnswer(answer);
            _requireRefused(offer, "anything", address(0));
        }
    }

    /// @dev What it published it need not say again.
    function test_When_TheContractPublishes_ItIsNotAsked() public {
        _handOver(_fickle);
        LeaseOffer memory offer = defaultLeaseOffer();
        _execute(_fickle, address(leases), abi.encodeCall(ILeaseOffers.publishOffer, (offer)));
        _fickle.setAnswer(NO);
        openLeaseWith(offer, "", LEASE_SECONDS, FUNDED_SECONDS);
        _execute(_fickle, address(leases), abi.encodeCall(ILeaseOffers.cancelOffer, (offer)));
        refuse(client, openCallWith(offer, ""), JobErrors.canceled(leases.hashOffer(offer)), "canceled");
    }

    function test_When_AnOperatorIsAContract_ItPublishesAndChecksInButCannotSign() public {
        vm.startPrank(owner);
        registry.setOperator(provider, address(_wallet), true);
        registry.setOperator(provider, address(_fickle), true);
        vm.stopPrank();
        _fickle.setAnswer(YES);
        LeaseOffer memory offer = defaultLeaseOffer();
        _requireRefused(offer, signLeaseOffer(WALLET_KEY, offer), vm.addr(WALLET_KEY));
        _requireRefused(offer, "anything", address(0));
        _execute(_wallet, address(leases), abi.encodeCall(ILeaseOffers.publishOffer, (offer)));
        LeaseTerms memory terms = openLeaseWith(offer, "", LEASE_SECONDS, FUNDED_SECONDS);
        _execute(_wallet, address(leases), abi.encodeCall(leases.checkIn, (terms)));
        _execute(_wallet, address(leases), abi.encodeCall(leases.close, (terms)));
        assertTrue(leaseOf(terms).state == LeaseState.CLOSED, "closed by the wallet");
    }

    function test_When_TheClientIsAContract() public {
        client = address(_wallet);
        fund(client, CLIENT_FUNDS);
        allowLeases(client);
        LeaseOffer memory offer = defaultLeaseOffer();
        LeaseTerms memory terms = termsOfLease(offer, LEASE_SECONDS, 1);
        _execute(_wallet, address(leases), openCall(offer));
        _execute(_wallet, address(leases), abi.encodeCall(leases.topUp, (terms, 10)));
        assertEq(leaseOf(terms).fundedSeconds, FUNDED_SECONDS + 10, "topped up");
        _execute(_wallet, address(leases), abi.encodeCall(leases.close, (terms)));
        assertEq(claimOf(client), CLIENT_FUNDS, "all came back");
    }

    function test_When_TheContractRaisesTheEpoch_ItsWordIsVoid() public {
        _handOver(_wallet);
        LeaseOffer memory offer = defaultLeaseOffer();
        bytes memory signature = signLeaseOffer(WALLET_KEY, offer);
        _execute(_wallet, address(registry), abi.encodeCall(IProviderRegistry.raiseAuthEpoch, (provider)));
        uint32 current = offer.authEpoch + 1;
        bytes memory expected = JobErrors.wrongEpoch(leases.hashOffer(offer), offer.authEpoch, current);
        refuse(client, openCallWith(offer, signature), expected, "an old epoch");
    }

    function _execute(IWallet account, address target, bytes memory data) private {
        vm.prank(vm.addr(WALLET_KEY));
        account.execute(target, data);
    }

    function _handOver(IWallet account) private {
        vm.prank(owner);
        registry.offerOwnership(provider, address(account));
        _execute(account, address(registry), abi.encodeCall(IProviderRegistry.acceptOwnership, (provider)));
    }

    function _requireRefused(LeaseOffer memory offer, bytes memory signature, address key) private {
        bytes memory expected = JobErrors.cannotPromise(leases.hashOffer(offer), provider, key);
        refuse(client, openCallWith(offer, signature), expected, "no promise");
    }
}
