// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IJobOffers} from "../../../contracts/interfaces/IJobOffers.sol";
import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {IWallet} from "../../utils/MockInterfaces.sol";
import {vm} from "../../utils/Vm.sol";
import {WalletFixture} from "../../utils/WalletFixture.sol";

/// @notice Makers of offers that are contracts, and makers that take their own offers.
contract JobEscrowContractProviderTest is WalletFixture {
    function setUp() public {
        setUpWallets();
    }

    function testFuzz_When_AContractOwnsTheProvider_ItsKeySigns(uint256 seed) public {
        _handOver(wallet);
        Offer memory offer = anyOffer(seed);
        Take memory take = anyTake(seed, offer);
        _cover(offer, take);
        openJobWith(offer, signOffer(WALLET_KEY, offer), take);
        assertFalse(escrow.orderStateOf(escrow.hashOffer(offer)).approved, "not remembered");
    }

    /// @dev A contract may change its mind, so it is asked at each fill.
    function testFuzz_When_AContractOwnsTheProvider_ItIsAskedEveryTime(bytes memory garbage) public {
        _handOver(wallet);
        Offer memory offer = defaultOffer();
        bytes memory signature = signOffer(WALLET_KEY, offer);
        openJobWith(offer, signature, defaultTake());
        vm.assume(garbage.length != 65 && garbage.length != 0);
        _requireRefused(offer, garbage, address(0));
        _requireRefused(offer, "", client);
        assertEq(openJobWith(offer, signature, defaultTake()).fill, 2, "second fill");
    }

    function testFuzz_RevertWhen_AnotherKeySigns(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != WALLET_KEY && key != OPERATOR_KEY);
        _handOver(wallet);
        Offer memory offer = defaultOffer();
        _requireRefused(offer, signOffer(key, offer), vm.addr(key));
        _requireRefused(offer, signOffer(OWNER_KEY, offer), owner);
    }

    function testFuzz_When_TheContractChangesItsMind(bytes memory signature, bool firstSays) public {
        vm.assume(signature.length != 65);
        _handOver(fickle);
        Offer memory offer = defaultOffer();
        address key = signature.length == 0 ? client : address(0);
        bool says = firstSays;
        for (uint256 i; i < 4; ++i) {
            fickle.setAnswer(says ? YES : NO);
            if (says) openJobWith(offer, signature, defaultTake());
            else _requireRefused(offer, signature, key);
            says = !says;
        }
        assertEq(escrow.orderStateOf(escrow.hashOffer(offer)).filled, 2, "filled while it said yes");
    }

    function test_RevertWhen_TheContractsAnswerIsNotYes() public {
        _handOver(fickle);
        Offer memory offer = defaultOffer();
        for (uint8 answer; answer < ANSWERS; ++answer) {
            if (answer == YES) continue;
            fickle.setAnswer(answer);
            _requireRefused(offer, "anything", address(0));
        }
        fickle.setAnswer(YES);
        openJobWith(offer, "anything", defaultTake());
    }

    /// @dev What it published it need not say again.
    function test_When_TheContractPublishes_ItIsNotAsked() public {
        _handOver(fickle);
        Offer memory offer = defaultOffer();
        execute(fickle, address(escrow), abi.encodeCall(IJobOffers.publishOffer, (offer)));
        fickle.setAnswer(NO);
        openJobWith(offer, "", defaultTake());
        execute(fickle, address(escrow), abi.encodeCall(IJobOffers.cancelOffer, (offer)));
        requireRevert(client, _call(offer, ""), JobErrors.canceled(escrow.hashOffer(offer)), "canceled");
    }

    function test_When_TheContractTakesItsOwnOffer() public {
        _handOver(wallet);
        _pay(address(wallet));
        Offer memory offer = defaultOffer();
        execute(wallet, address(escrow), _call(offer, ""));
        assertFalse(escrow.orderStateOf(escrow.hashOffer(offer)).approved, "not remembered");
        assertEq(escrow.orderStateOf(escrow.hashOffer(offer)).filled, 1, "one fill");
    }

    /// @dev The operator's key is an operator's, whoever the owner is; beyond its bounds the owner is asked.
    function testFuzz_When_AnOperatorSignsForAContract(uint128 rate) public {
        _handOver(fickle);
        openJob();
        assertTrue(escrow.orderStateOf(escrow.hashOffer(defaultOffer())).approved, "remembered");
        Offer memory offer = defaultOffer();
        offer.ratePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        bytes memory signature = signOffer(OPERATOR_KEY, offer);
        _requireRefused(offer, signature, operator);
        fickle.setAnswer(YES);
        openJobWith(offer, signature, defaultTake());
        assertFalse(escrow.orderStateOf(escrow.hashOffer(offer)).approved, "the contract's word");
    }

    function test_When_AnOperatorIsAContract_ItPublishesButCannotSign() public {
        vm.startPrank(owner);
        registry.setOperator(provider, address(wallet), true);
        registry.setOperator(provider, address(fickle), true);
        vm.stopPrank();
        fickle.setAnswer(YES);
        Offer memory offer = defaultOffer();
        _requireRefused(offer, signOffer(WALLET_KEY, offer), vm.addr(WALLET_KEY));
        _requireRefused(offer, "anything", address(0));
        execute(wallet, address(escrow), abi.encodeCall(IJobOffers.publishOffer, (offer)));
        openJobWith(offer, "", defaultTake());

        offer.ratePerSecond -= 1;
        bytes memory input = abi.encodeCall(IJobOffers.publishOffer, (offer));
        bytes memory expected = JobErrors.cannotPromise(escrow.hashOffer(offer), provider, address(wallet));
        requireExecuteReverts(wallet, input, expected);
    }

    function test_When_AnOperatorIsAContract_ItTakesRequests() public {
        vm.prank(owner);
        registry.setOperator(provider, address(wallet), true);
        execute(wallet, address(escrow), requestCall(defaultRequest()));
        requireOrder(defaultRequest(), true, false, 1, 1, "taken");
    }

    /// @dev A key that may promise it and takes it itself needs no signature.
    function testFuzz_When_TheMakerTakesItsOwnOffer(bool byOwner) public {
        address maker = byOwner ? owner : operator;
        _pay(maker);
        Offer memory offer = defaultOffer();
        client = maker;
        assertEq(openJobWith(offer, "", defaultTake()).fill, 1, "first fill");
        assertFalse(escrow.orderStateOf(escrow.hashOffer(offer)).approved, "not remembered");
        _requireRefusedTo(stranger, offer, "", stranger);
        assertEq(openJobWith(offer, "", defaultTake()).fill, 2, "second fill");
        _requireRefusedTo(maker, offer, "not empty", address(0));
    }

    function testFuzz_RevertWhen_AnOperatorTakesItsOwnOfferBeyondItsBounds(uint128 rate, address other) public {
        vm.assume(other != adjudicator);
        Offer memory offer = defaultOffer();
        offer.ratePerSecond = uint128(bound(rate, 1, RATE_PER_SECOND - 1));
        _requireRefusedTo(operator, offer, "", operator);
        offer = defaultOffer();
        offer.adjudicator = other;
        _requireRefusedTo(operator, offer, "", operator);
    }

    function testFuzz_RevertWhen_TheOwnerHasNoCode(bytes memory signature) public {
        vm.assume(signature.length != 65 && signature.length != 0);
        _requireRefused(defaultOffer(), signature, address(0));
        _handOverToKey(STRANGER_KEY);
        _requireRefused(defaultOffer(), signature, address(0));
    }

    function test_When_TheContractRaisesTheEpoch_ItsWordIsVoid() public {
        _handOver(wallet);
        Offer memory offer = defaultOffer();
        bytes memory signature = signOffer(WALLET_KEY, offer);
        execute(wallet, address(registry), abi.encodeCall(IProviderRegistry.raiseAuthEpoch, (provider)));
        uint32 current = offer.authEpoch + 1;
        bytes memory expected = JobErrors.wrongEpoch(escrow.hashOffer(offer), offer.authEpoch, current);
        requireRevert(client, _call(offer, signature), expected, "an old epoch");
    }

    /// @dev As {coverAny}, of a provider whose owner is the wallet.
    function _cover(Offer memory offer, Take memory take) private {
        fund(client, uint256(offer.ratePerSecond) * take.runLimitSeconds);
        addStake(1_000_000e18);
        bytes memory input = abi.encodeCall(staking.authorize, (provider, address(escrow), MOST_STAKE, MOST_STAKE));
        execute(wallet, address(staking), input);
    }

    function _handOver(IWallet account) private {
        vm.prank(owner);
        registry.offerOwnership(provider, address(account));
        execute(account, address(registry), abi.encodeCall(IProviderRegistry.acceptOwnership, (provider)));
    }

    function _handOverToKey(uint256 key) private {
        vm.prank(owner);
        registry.offerOwnership(provider, vm.addr(key));
        vm.prank(vm.addr(key));
        registry.acceptOwnership(provider);
    }

    /// @dev Gives an account what any client has.
    function _pay(address account) private {
        fund(account, CLIENT_FUNDS);
        vm.prank(account);
        vault.approve(address(escrow), idOf(payToken), type(uint256).max);
    }

    function _call(Offer memory offer, bytes memory signature) private pure returns (bytes memory) {
        return abi.encodeCall(IJobEscrow.takeOffer, (offer, signature, defaultTake()));
    }

    function _requireRefused(Offer memory offer, bytes memory signature, address key) private {
        _requireRefusedTo(client, offer, signature, key);
    }

    function _requireRefusedTo(address caller, Offer memory offer, bytes memory signature, address key) private {
        bytes memory expected = JobErrors.cannotPromise(escrow.hashOffer(offer), provider, key);
        requireRevert(caller, _call(offer, signature), expected, "no promise");
    }
}
