// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC6909} from "@openzeppelin/contracts/interfaces/IERC6909.sol";
import {IRequestBook} from "../../../contracts/interfaces/IRequestBook.sol";
import {JobTerms} from "../../../contracts/types/Job.sol";
import {Request} from "../../../contracts/types/Order.sol";
import {JobErrors} from "../../utils/JobErrors.sol";
import {IFickleWallet, IWallet} from "../../utils/MockInterfaces.sol";
import {RequestErrors} from "../../utils/RequestErrors.sol";
import {vm} from "../../utils/Vm.sol";
import {WalletFixture} from "../../utils/WalletFixture.sol";

/// @notice Clients that are contracts.
contract JobEscrowContractClientTest is WalletFixture {
    function setUp() public {
        setUpWallets();
    }

    function testFuzz_When_AContractIsTheClient_ItsKeySigns(uint256 seed) public {
        Request memory request = anyRequest(seed);
        coverRequest(request);
        request.client = _pay(wallet, uint256(request.maxRatePerSecond) * request.runLimitSeconds);
        uint256 before = claimOf(address(wallet));
        JobTerms memory terms = takeWith(request, signRequest(WALLET_KEY, request));
        assertEq(before - claimOf(address(wallet)), priceOf(terms), "the wallet paid");
        requireOrder(request, false, false, 1, 1, "not remembered");
    }

    function testFuzz_When_Declined_TheContractIsAskedAgain(bytes memory garbage) public {
        Request memory request = _requestOf(wallet);
        bytes memory signature = signRequest(WALLET_KEY, request);
        declineJob(takeWith(request, signature));
        vm.assume(garbage.length != 65);
        _requireRefused(request, garbage);
        assertEq(takeWith(request, signature).fill, 2, "second fill");
    }

    function testFuzz_RevertWhen_AnotherKeySigns(uint256 key) public {
        key = bound(key, 1, type(uint128).max);
        vm.assume(key != WALLET_KEY);
        Request memory request = _requestOf(wallet);
        _requireRefused(request, signRequest(key, request));
        _requireRefused(request, signRequest(CLIENT_KEY, request));
    }

    function testFuzz_When_TheContractChangesItsMind(bytes memory signature, bool firstSays) public {
        Request memory request = _requestOf(fickle);
        bool says = firstSays;
        for (uint256 i; i < 4; ++i) {
            fickle.setAnswer(says ? YES : NO);
            if (says) declineJob(takeWith(request, signature));
            else _requireRefused(request, signature);
            says = !says;
        }
        requireOrder(request, false, false, 2, 0, "filled while it said yes");
    }

    function test_RevertWhen_TheContractsAnswerIsNotYes() public {
        Request memory request = _requestOf(fickle);
        for (uint8 answer; answer < ANSWERS; ++answer) {
            if (answer == YES) continue;
            fickle.setAnswer(answer);
            _requireRefused(request, "anything");
        }
        fickle.setAnswer(YES);
        takeWith(request, "anything");
    }

    function test_When_TheContractPublishes_ItIsNotAsked() public {
        Request memory request = _requestOf(fickle);
        fickle.setAnswer(NO);
        execute(fickle, address(escrow), abi.encodeCall(IRequestBook.publishRequest, (request, "")));
        declineJob(takeWith(request, ""));
        execute(fickle, address(escrow), abi.encodeCall(IRequestBook.cancelRequest, (request)));
        bytes memory expected = JobErrors.canceled(escrow.hashRequest(request));
        requireRevert(owner, requestCallWith(request, ""), expected, "canceled");
    }

    /// @dev The key that signs for a wallet is not the wallet: it can neither publish nor cancel on its own.
    function test_RevertWhen_TheContractsKeyCallsOnItsOwn() public {
        address key = vm.addr(WALLET_KEY);
        Request memory request = _requestOf(wallet);
        bytes memory expected = RequestErrors.notClient(address(wallet), key);
        requireRevert(key, abi.encodeCall(IRequestBook.publishRequest, (request, "")), expected, "publish");
        requireRevert(key, abi.encodeCall(IRequestBook.cancelRequest, (request)), expected, "cancel");
    }

    function test_When_TheContractRaisesItsEpoch_ItsWordIsVoid() public {
        Request memory request = _requestOf(wallet);
        bytes memory signature = signRequest(WALLET_KEY, request);
        execute(wallet, address(escrow), abi.encodeCall(IRequestBook.raiseRequestEpoch, ()));
        bytes memory expected = JobErrors.wrongEpoch(escrow.hashRequest(request), 0, 1);
        requireRevert(owner, requestCallWith(request, signature), expected, "an old epoch");
    }

    /// @dev A key's account that has code, as EIP-7702 allows: its key's word is its own, and lasts.
    function test_When_AKeysAccountHasCode_ItsKeySigns() public {
        vm.etch(client, address(fickle).code);
        Request memory request = defaultRequest();
        _requireRefused(request, "anything");
        declineJob(takeSigned(request));
        requireOrder(request, true, false, 1, 0, "remembered");
        assertEq(takeWith(request, "").fill, 2, "second fill");

        request.salt += 1;
        IFickleWallet(client).setAnswer(YES);
        takeWith(request, "anything");
        requireOrder(request, false, false, 1, 1, "its code's word is not");
    }

    /// @dev A wallet that burns what it is given leaves enough for the market to say no.
    function testFuzz_RevertWhen_TheContractBurnsAllGas(uint24 gasLimit) public {
        Request memory request = _requestOf(fickle);
        fickle.setAnswer(3);
        bytes memory input = requestCallWith(request, "anything");
        vm.prank(owner);
        (bool succeeded, ) = address(escrow).call{gas: gasLimit}(input);
        assertFalse(succeeded, "opened");
        requireOrder(request, false, false, 0, 0, "nothing was filled");
    }

    /// @dev A request of a wallet with money.
    function _requestOf(IWallet account) private returns (Request memory request) {
        request = defaultRequest();
        request.client = _pay(account, CLIENT_FUNDS);
    }

    /// @dev Gives a wallet what any client has.
    function _pay(IWallet account, uint256 amount) private returns (address) {
        fund(address(account), amount);
        bytes memory input = abi.encodeCall(IERC6909.approve, (address(escrow), idOf(payToken), type(uint256).max));
        execute(account, address(vault), input);
        return address(account);
    }

    function _requireRefused(Request memory request, bytes memory signature) private {
        bytes memory expected = RequestErrors.signatureInvalid(escrow.hashRequest(request), request.client);
        requireRevert(owner, requestCallWith(request, signature), expected, "no consent");
    }
}
