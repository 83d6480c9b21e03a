// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IAttestedAdjudicator} from "../../contracts/interfaces/IAttestedAdjudicator.sol";
import {IJobEscrow} from "../../contracts/interfaces/IJobEscrow.sol";
import {ILeaseEscrow} from "../../contracts/interfaces/ILeaseEscrow.sol";
import {IPaymentVault} from "../../contracts/interfaces/IPaymentVault.sol";
import {IProviderRegistry} from "../../contracts/interfaces/IProviderRegistry.sol";
import {IProviderStaking} from "../../contracts/interfaces/IProviderStaking.sol";
import {ISessionEscrow} from "../../contracts/interfaces/ISessionEscrow.sol";
import {MachineClaim, Profile} from "../../contracts/types/Provider.sol";
import {IFaucetToken} from "../utils/Deployed.sol";
import {JobFixture} from "../utils/JobFixture.sol";
import {vm} from "../utils/Vm.sol";
import {TollToken} from "./mocks/TollToken.sol";
import {MoodyAdjudicator} from "./mocks/MoodyAdjudicator.sol";
import {HostileService} from "./mocks/HostileService.sol";
import {CallbackToken} from "./mocks/CallbackToken.sol";

/// @notice The contracts under test.
struct Suite {
    IFaucetToken payToken;
    IFaucetToken stakeToken;
    IProviderRegistry registry;
    IProviderStaking staking;
    IPaymentVault vault;
    IJobEscrow escrow;
    ILeaseEscrow leases;
    ISessionEscrow sessions;
    IAttestedAdjudicator attested;
}

/// @title World
/// @notice The suite as it ships, and everybody who takes part: three providers and a newcomer, their operators,
/// clients, one of them a contract, a stranger, an honest and a hostile service, an honest and a hostile adjudicator,
/// and three payment tokens.
contract World is JobFixture {
    uint256 private constant FIRST_KEY = 0x7701;
    uint256 private constant FUNDS = 1e24;

    /// @notice Who signs for an account: a person's own key, or that of a contract's signer.
    mapping(address account => uint256) public keyOf;
    /// @notice A machine that a provider has and never retires.
    mapping(address id => bytes32) public machineOf;
    address public honestService = address(uint160(0x5e71ce));
    HostileService public hostileService;
    MoodyAdjudicator public hostileAdjudicator;
    IAttestedAdjudicator public attested;
    ILeaseEscrow public leases;
    ISessionEscrow public sessions;
    /// @notice The same markets once more, for signatures that are good there.
    IJobEscrow public otherEscrow;
    ILeaseEscrow public otherLeases;
    ISessionEscrow public otherSessions;
    /// @notice A client that is a contract.
    address public wallet;

    address[] private _providerIds;
    address[] private _people;
    address[] private _clients;
    address[] private _operators;
    address[] private _contracts;
    address[] private _accounts;
    address[] private _services;
    address[] private _tokens;
    address[] private _signers;

    constructor() {
        setUpJobs();
        hostileService = new HostileService();
        hostileAdjudicator = new MoodyAdjudicator();
        otherEscrow = IJobEscrow(deploy("JobEscrow", abi.encode(registry, staking, vault)));
        leases = ILeaseEscrow(deploy("LeaseEscrow", abi.encode(registry, vault)));
        otherLeases = ILeaseEscrow(deploy("LeaseEscrow", abi.encode(registry, vault)));
        sessions = ISessionEscrow(deploy("SessionEscrow", abi.encode(registry, vault)));
        otherSessions = ISessionEscrow(deploy("SessionEscrow", abi.encode(registry, vault)));
        wallet = deploy("Wallet", abi.encode(vm.addr(FIRST_KEY + 9)));
        keyOf[wallet] = FIRST_KEY + 9;
        _castSigners();
        _contracts = [address(registry), address(staking), address(vault), address(escrow), address(attested)];
        _contracts.push(address(leases));
        _contracts.push(address(sessions));
        _services = [address(escrow), honestService, address(hostileService)];
        _tokens = [address(payToken), address(new TollToken()), address(new CallbackToken(vault, stranger))];
        CallbackToken(_tokens[2]).depositOwn();
        _castPeople();
        _equipProvider(_providerIds[0], owner, operator);
        _equipProvider(_providerIds[1], _providerIds[1], _operators[1]);
        _equipProvider(_providerIds[2], _providerIds[2], _operators[1]);
        for (uint256 i; i < _clients.length; ++i) _equipClient(_clients[i]);
    }

    /// @notice The contracts under test.
    function suite() external view returns (Suite memory) {
        return Suite(payToken, stakeToken, registry, staking, vault, escrow, leases, sessions, attested);
    }

    /// @notice Ids that have, or may get, stake: three providers, a newcomer, and the market of jobs, to which stake can
    /// only be donated.
    function providerIds() external view returns (address[] memory) {
        return _providerIds;
    }

    /// @notice Everybody who has a key.
    function people() external view returns (address[] memory) {
        return _people;
    }

    function clients() external view returns (address[] memory) {
        return _clients;
    }

    /// @notice Keys that may become operators, or are.
    function operators() external view returns (address[] memory) {
        return _operators;
    }

    /// @notice Those who decide for the honest adjudicator, two of three, in ascending order.
    function signers() external view returns (address[] memory) {
        return _signers;
    }

    /// @notice Registry, staking, vault, the three markets and the honest adjudicator: what can only be donated to.
    function contracts() external view returns (address[] memory) {
        return _contracts;
    }

    /// @notice Everybody and everything that can have a claim.
    function accounts() external view returns (address[] memory) {
        return _accounts;
    }

    /// @notice The market of jobs, the honest service and the hostile one.
    function services() external view returns (address[] memory) {
        return _services;
    }

    /// @notice Payment tokens: a standard one, one with a fee on transfer, one that re-enters.
    function tokens() external view returns (address[] memory) {
        return _tokens;
    }

    /// @notice The adjudicators that orders name: nobody, one without code, the honest one and the hostile one.
    function adjudicators() external view returns (address[4] memory) {
        return [address(0), adjudicator, address(attested), address(hostileAdjudicator)];
    }

    /// @notice An account's signature over a digest.
    function sign(address account, bytes32 digest) external view returns (bytes memory) {
        return signDigest(keyOf[account], digest);
    }

    /// @notice Gives an account any amount of a token, as wallets have it before they meet the contracts.
    function mint(address token, address to, uint256 amount) external {
        TollToken(token).mint(to, amount);
    }

    function _castPeople() private {
        _keep(PROVIDER_KEY);
        _keep(OWNER_KEY);
        _operators.push(_keep(OPERATOR_KEY));
        _clients.push(_keep(CLIENT_KEY));
        _keep(STRANGER_KEY);
        _providerIds.push(provider);
        for (uint256 i; i < 3; ++i) _providerIds.push(_keep(FIRST_KEY + i));
        _providerIds.push(address(escrow));
        _operators.push(_keep(FIRST_KEY + 3));
        _clients.push(_keep(FIRST_KEY + 4));
        _clients.push(_keep(FIRST_KEY + 5));

        _clients.push(wallet);

        _accounts = _people;
        _accounts.push(wallet);
        _accounts.push(payout);
        for (uint256 i; i < _contracts.length; ++i) _accounts.push(_contracts[i]);
        _accounts.push(honestService);
        _accounts.push(address(hostileService));
        _accounts.push(address(hostileAdjudicator));
        _accounts.push(_tokens[2]);
        for (uint256 i; i < _signers.length; ++i) _accounts.push(_signers[i]);
    }

    /// @dev Three keys, in the order that the adjudicator wants.
    function _castSigners() private {
        for (uint256 i; i < 3; ++i) {
            uint256 key = FIRST_KEY + 6 + i;
            address signer = vm.addr(key);
            keyOf[signer] = key;
            _signers.push(signer);
            for (uint256 j = i; j > 0 && _signers[j - 1] > signer; --j) {
                (_signers[j - 1], _signers[j]) = (_signers[j], _signers[j - 1]);
            }
        }
        attested = IAttestedAdjudicator(deploy("AttestedAdjudicator", abi.encode(vault, _signers, 2)));
    }

    function _keep(uint256 key) private returns (address person) {
        person = vm.addr(key);
        keyOf[person] = key;
        _people.push(person);
    }

    /// @dev Stake that is no round number, a part for every service, and an operator for every token.
    function _equipProvider(address id, address itsOwner, address itsOperator) private {
        if (registry.ownerOf(id) == address(0)) {
            // One whose earnings nobody can use: they go to the market itself.
            address itsPayout = id == _providerIds[2] ? address(escrow) : id;
            vm.prank(id);
            registry.register(Profile({payout: itsPayout, encryptionKey: keccak256("x25519"), endpoint: ""}));
            stakeToken.mint(address(this), 10_000e18 + 1);
            stakeToken.approve(address(staking), 10_000e18 + 1);
            staking.deposit(id, 10_000e18 + 1);
        }
        stakeToken.mint(itsOwner, 1e20);
        vm.startPrank(itsOwner);
        stakeToken.approve(address(staking), type(uint256).max);
        if (!registry.isOperator(id, itsOperator)) registry.setOperator(id, itsOperator, true);
        for (uint256 i; i < _tokens.length; ++i) {
            registry.setOperatorBound(id, _tokens[i], address(0), 1);
            if (i != 0) registry.setOperatorBound(id, _tokens[i], adjudicator, 1_000);
            registry.setOperatorBound(id, _tokens[i], address(attested), 1);
            registry.setOperatorBound(id, _tokens[i], address(hostileAdjudicator), 1);
        }
        machineOf[id] = registry.addMachine(id, MachineClaim("gpu", 2, 8_000, "de-by", keccak256("report")));
        staking.authorize(id, address(escrow), 2_000e18 + 3, 500e18 + 1);
        staking.authorize(id, honestService, 300e18, 300e18);
        staking.authorize(id, address(hostileService), 7, 3);
        vm.stopPrank();
    }

    /// @dev Claims in every token, on which the market of jobs may draw; and a wallet on which the vault may draw.
    function _equipClient(address account) private {
        for (uint256 i; i < _tokens.length; ++i) {
            address token = _tokens[i];
            uint256 amount = i == 0 ? payToken.MAX_PER_CALL() : FUNDS;
            TollToken(token).mint(account, amount);
            vm.startPrank(account);
            IERC20(token).approve(address(vault), type(uint256).max);
            vault.deposit(IERC20(token), amount - 1e18, account);
            vault.approve(address(escrow), uint256(uint160(token)), type(uint256).max);
            vm.stopPrank();
        }
    }
}
