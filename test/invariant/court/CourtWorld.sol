// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IJobEscrow} from "../../../contracts/interfaces/IJobEscrow.sol";
import {IPaymentVault} from "../../../contracts/interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "../../../contracts/interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "../../../contracts/interfaces/IProviderStaking.sol";
import {ISlashingCourt} from "../../../contracts/interfaces/ISlashingCourt.sol";
import {CourtRules} from "../../../contracts/types/Court.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {Offer, Take} from "../../../contracts/types/Order.sol";
import {Profile} from "../../../contracts/types/Provider.sol";
import {BlockHistory} from "../../utils/BlockHistory.sol";
import {IFaucetToken} from "../../utils/Deployed.sol";
import {JobFixture} from "../../utils/JobFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice The contracts under test.
struct CourtSuite {
    IFaucetToken payToken;
    IFaucetToken stakeToken;
    IProviderRegistry registry;
    IProviderStaking staking;
    IPaymentVault vault;
    IJobEscrow escrow;
    ISlashingCourt court;
}

/// @title CourtWorld
/// @notice The suite as it ships with a court, and everybody who takes part: two providers, two clients, twelve jurors,
/// a market that somebody made up, and a stranger. The first provider's owner owns a juror too, the second provider is
/// one; the first client operates a juror, which excuses it from nothing, the second owns one.
contract CourtWorld is JobFixture {
    uint256 public constant JURORS = 12;
    uint96 public constant SEAT_FEE = 3e18 + 1;
    uint96 public constant UNIT = 5e18 + 1;
    uint256 public constant OFFERS = 5;
    /// @notice Offers from this one on are for jobs that the court does not serve.
    uint256 public constant FIRST_UNSERVED = 3;
    uint32 public constant RULING_SECONDS = 2_400;

    ISlashingCourt public court;
    address public provider2 = address(uint160(0xc0de4));
    address public client2 = address(uint160(0xc0de3));
    address public shamMarket = address(uint160(0xc0de1));

    address[] private _jurors;
    address[] private _accounts;
    address[] private _stakers;
    Offer[] private _offers;
    bytes32[] private _orderHashes;

    constructor() {
        deployAll();
        court = ISlashingCourt(deploy("SlashingCourt", abi.encode(staking, vault, _rules())));
        adjudicator = address(court);
        setUpProvider();
        authorizeEscrow(400_000e18, MAX_PER_LOCK);
        setUpClient();
        vm.etch(shamMarket, hex"00");
        BlockHistory.install();
        for (uint256 i; i < JURORS; ++i) _castJuror(i);
        _castParties();
        _fundAll();
        _makeOffers();
        vm.warp(block.timestamp + 1);
    }

    /// @notice The contracts under test.
    function suite() external view returns (CourtSuite memory) {
        return CourtSuite(payToken, stakeToken, registry, staking, vault, escrow, court);
    }

    /// @notice Ids that may hold seats: twelve jurors and the second provider.
    function jurors() external view returns (address[] memory) {
        return _jurors;
    }

    /// @notice Everybody and everything that can have a claim.
    function accounts() external view returns (address[] memory) {
        return _accounts;
    }

    /// @notice Ids that have stake.
    function stakers() external view returns (address[] memory) {
        return _stakers;
    }

    function providerOne() external view returns (address) {
        return provider;
    }

    function clientOne() external view returns (address) {
        return client;
    }

    function strangerOne() external view returns (address) {
        return stranger;
    }

    /// @notice Who acts for a provider: the operator of the first, the second itself.
    function operatorOf(address id) external view returns (address) {
        return id == provider ? operator : id;
    }

    /// @notice Who owns a provider or a juror.
    function ownerOf(address id) public view returns (address) {
        if (id == provider || id == jurorAt(10)) return owner;
        return id == jurorAt(11) ? client2 : id;
    }

    /// @notice Who votes for a juror: one of those who may.
    function voterOf(address id, uint256 random) external view returns (address) {
        if (id == provider2 || random % 2 == 0) return ownerOf(id);
        return keyAt(uint160(id) - 0x70000);
    }

    /// @notice Whom a seat's fee goes to.
    function payoutOf(address id) external view returns (address) {
        return id == provider2 ? id : payoutAt(uint160(id) - 0x70000);
    }

    /// @notice Whether a juror and a party of a case are the same, as this world was cast.
    function isParty(address juror, address ofProvider, address ofClient) external view returns (bool) {
        bool ofFirst = ofProvider == provider && juror == jurorAt(10);
        bool ofSecond = ofProvider == provider2 && juror == provider2;
        return ofFirst || ofSecond || (ofClient == client2 && juror == jurorAt(11));
    }

    /// @notice An offer, what a client adds to it, and the terms of the job that it then opens.
    function orderOf(
        uint256 number,
        address ofClient,
        uint32 fill
    ) external view returns (Offer memory offer, Take memory take, JobTerms memory terms) {
        offer = _offers[number];
        take = defaultTake();
        if (number == FIRST_UNSERVED + 1) take.runLimitSeconds = RUN_LIMIT_SECONDS + 1;
        terms = termsOf(offer, take, fill);
        terms.orderHash = _orderHashes[number];
        terms.client = ofClient;
        if (offer.provider == provider2) terms.payout = provider2;
    }

    function jurorAt(uint256 i) public pure returns (address) {
        return address(uint160(0x70000 + i));
    }

    function keyAt(uint256 i) public pure returns (address) {
        return address(uint160(0x71000 + i));
    }

    function payoutAt(uint256 i) public pure returns (address) {
        return address(uint160(0x72000 + i));
    }

    function _rules() private view returns (CourtRules memory) {
        return
            CourtRules({
                machineClass: "any",
                feeToken: address(payToken),
                seatFee: SEAT_FEE,
                penaltyUnit: UNIT,
                longestRunSeconds: RUN_LIMIT_SECONDS,
                panelSeats: 3,
                drawBlocks: 4,
                drawSeconds: 120,
                commitSeconds: 400,
                revealSeconds: 200,
                appealSeconds: 300,
                applySeconds: 100
            });
    }

    function _castJuror(uint256 i) private {
        address id = jurorAt(i);
        _register(id, payoutAt(i));
        vm.prank(id);
        registry.setOperator(id, keyAt(i), true);
        if (i == 9) {
            vm.prank(id);
            registry.setOperator(id, client, true);
        }
        address newOwner = ownerOf(id);
        if (newOwner != id) {
            vm.prank(id);
            registry.offerOwnership(id, newOwner);
            vm.prank(newOwner);
            registry.acceptOwnership(id);
        }
        _equipJuror(id);
        _accounts.push(payoutAt(i));
    }

    function _castParties() private {
        _register(provider2, provider2);
        _equipJuror(provider2);
        _accounts.push(provider);
        _accounts.push(owner);
        _accounts.push(operator);
        _accounts.push(payout);
        _accounts.push(client);
        _accounts.push(stranger);
        _accounts.push(provider2);
        _accounts.push(client2);
        _accounts.push(shamMarket);
        _accounts.push(address(court));
        _accounts.push(address(escrow));
        _accounts.push(address(0x000000000000000000000000000000000000dEaD));
        _stakers = _jurors;
        _stakers.push(provider);
    }

    function _register(address id, address itsPayout) private {
        vm.prank(id);
        registry.register(Profile({payout: itsPayout, encryptionKey: "key", endpoint: ""}));
    }

    /// @dev Stake for seven seats, and for the second provider's collateral.
    function _equipJuror(address id) private {
        stakeToken.mint(address(this), 50_000e18);
        stakeToken.approve(address(staking), 50_000e18);
        staking.deposit(id, 50_000e18);
        vm.startPrank(ownerOf(id));
        staking.authorize(id, address(court), 20_000e18, 16 * UNIT);
        if (id == provider2) staking.authorize(id, address(escrow), 30_000e18, MAX_PER_LOCK);
        vm.stopPrank();
        _jurors.push(id);
    }

    /// @dev Whoever may pay a fee or give something away.
    function _fundAll() private {
        address[6] memory payers = [client2, provider2, owner, operator, shamMarket, stranger];
        for (uint256 i; i < payers.length; ++i) {
            fund(payers[i], 100_000e18);
            _approve(payers[i]);
        }
        _approve(client);
    }

    function _approve(address account) private {
        vm.startPrank(account);
        vault.approve(address(escrow), idOf(payToken), type(uint256).max);
        vault.approve(address(court), idOf(payToken), type(uint256).max);
        vm.stopPrank();
    }

    /// @dev One of each provider, one whose provider gets nothing without a ruling; one with another fee than the court's,
    /// one for runs that are too long for it.
    function _makeOffers() private {
        for (uint256 i; i < OFFERS; ++i) {
            Offer memory offer = defaultOffer();
            offer.salt = i;
            offer.slots = type(uint32).max;
            offer.maxFills = type(uint32).max;
            offer.expiresAt = uint40(block.timestamp) + 365 days;
            offer.disputeFee = 3 * SEAT_FEE + (i == FIRST_UNSERVED ? 1 : 0);
            offer.rulingSeconds = RULING_SECONDS;
            offer.ratePerSecond = RATE_PER_SECOND + uint128(i);
            if (i == 2) offer.noRulingBps = 0;
            if (i == 1) {
                offer.provider = provider2;
                offer.authEpoch = registry.authEpochOf(provider2);
                offer.collateral = COLLATERAL + 1;
            }
            _offers.push(offer);
            vm.prank(ownerOf(offer.provider));
            _orderHashes.push(escrow.publishOffer(offer));
        }
    }
}
