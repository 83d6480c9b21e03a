// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ISessionEscrow} from "../../../contracts/interfaces/ISessionEscrow.sol";
import {SessionTerms} from "../../../contracts/types/Session.sol";
import {IFickleWallet} from "../../utils/MockInterfaces.sol";
import {SessionErrors} from "../../utils/SessionErrors.sol";
import {SessionFixture} from "../../utils/SessionFixture.sol";
import {vm} from "../../utils/Vm.sol";

/// @notice Whose word a receipt is, and what it is a word about.
contract SessionEscrowRedeemSignatureTest is SessionFixture {
    /// @dev The order of secp256k1.
    uint256 private constant ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
    uint256 private constant WALLET_KEY = 0x9907;

    SessionTerms private _terms;

    function setUp() public {
        setUpSessions();
        _terms = openSession();
    }

    /// @dev The payer's own key may sign where the terms name it.
    function testFuzz_When_ThePayerIsItsOwnKey(uint128 cumulative) public {
        cumulative = uint128(bound(cumulative, 1, DEPOSIT));
        SessionTerms memory terms = defaultTerms();
        (terms.payerKey, terms.salt) = (client, 2);
        openSession(terms, DEPOSIT);
        _requireRefused(terms, cumulative, signReceiptAs(RECEIPT_KEY, terms, cumulative), "another key");
        sessions.redeem(terms, cumulative, signReceiptAs(CLIENT_KEY, terms, cumulative));
        assertEq(claimOf(payout), cumulative, "paid");
    }

    /// @dev Where the terms name a key, the payer's own word is nobody's, nor is the provider's.
    function testFuzz_RevertWhen_AnotherKeySigns(uint256 key, uint128 cumulative) public {
        key = bound(key, 1, ORDER - 1);
        vm.assume(key != RECEIPT_KEY);
        cumulative = _some(cumulative);
        uint256[6] memory keys = [key, CLIENT_KEY, OWNER_KEY, OPERATOR_KEY, PROVIDER_KEY, STRANGER_KEY];
        for (uint256 i; i < keys.length; ++i) {
            _requireRefused(_terms, cumulative, signReceiptAs(keys[i], _terms, cumulative), "another key");
        }
    }

    function testFuzz_RevertWhen_AnotherAmountIsSigned(uint128 signed, uint128 cumulative) public {
        cumulative = _some(cumulative);
        vm.assume(signed != cumulative);
        _requireRefused(_terms, cumulative, signReceipt(_terms, signed), "another amount");
        _requireRefused(_terms, cumulative, signReceipt(_terms, cumulative - 1), "one less");
        if (cumulative != type(uint128).max) {
            _requireRefused(_terms, cumulative, signReceipt(_terms, cumulative + 1), "one more");
        }
    }

    /// @dev Sessions of the same parties and the same key that differ in one bit of one term.
    function testFuzz_RevertWhen_AnotherSessionIsSigned(uint128 cumulative, uint256 which, uint256 bit) public {
        cumulative = _some(cumulative);
        SessionTerms memory other = _terms;
        which %= 3;
        if (which == 0) other.salt ^= 1 << (bit % 256);
        if (which == 1) other.expiresAt = uint40(bound(bit, block.timestamp + 2 days, block.timestamp + 3 days));
        if (which == 2) other.graceSeconds = uint32(bound(bit, GRACE_SECONDS + 1, 30 days));
        openSession(other, DEPOSIT);
        _requireRefused(other, cumulative, signReceipt(_terms, cumulative), "of the first session");
        _requireRefused(_terms, cumulative, signReceipt(other, cumulative), "of the other session");
    }

    function testFuzz_RevertWhen_AnotherContractIsSigned(uint128 cumulative, address market) public {
        vm.assume(market != address(sessions));
        cumulative = _some(cumulative);
        ISessionEscrow twin = deploySessions();
        vm.prank(client);
        vault.approve(address(twin), idOf(payToken), DEPOSIT);
        vm.prank(client);
        bytes32 sessionId = twin.open(_terms, uint128(DEPOSIT));
        assertEq(sessionId, idOfSession(_terms), "the same id at both");
        bytes memory input = redeemCall(_terms, cumulative);
        bytes memory expected = SessionErrors.signatureInvalid(sessionId, cumulative, payerKey);
        assertReverts(stranger, address(twin), input, expected, "at the twin");
        bytes32 digest = receiptDigest(market, block.chainid, sessionId, cumulative);
        _requireRefused(_terms, cumulative, signDigest(RECEIPT_KEY, digest), "of any other contract");
        assertEq(claimOf(address(twin)), DEPOSIT, "the twin's deposit stays");
    }

    /// @dev After a fork of the chain a receipt is good on the side that its key signed for.
    function testFuzz_RevertWhen_AnotherChainIsSigned(uint128 cumulative, uint64 chain) public {
        cumulative = _some(cumulative);
        chain = uint64(bound(chain, 1, type(uint64).max));
        vm.assume(chain != block.chainid);
        bytes memory signature = signReceipt(_terms, cumulative);
        vm.chainId(chain);
        _requireRefused(_terms, cumulative, signature, "of the other chain");
        redeem(_terms, cumulative);
        assertTrue(claimOf(payout) != 0, "of this chain");
    }

    function testFuzz_RevertWhen_TheDomainIsAnother(uint128 cumulative) public {
        cumulative = _some(cumulative);
        bytes32 id = idOfSession(_terms);
        (uint256 chain, address market) = (block.chainid, address(sessions));
        bytes32 domainless = keccak256(
            abi.encode(keccak256("Receipt(bytes32 sessionId,uint128 cumulativeAmount)"), id, cumulative)
        );
        bytes32 digest = receiptDigest(market, chain, id, cumulative);
        bytes32[5] memory digests = [
            sessionDigest("Wattle LeaseEscrow", "1", chain, market, id, cumulative),
            sessionDigest("Wattle SessionEscrow", "2", chain, market, id, cumulative),
            domainless,
            keccak256(abi.encodePacked("\x19Ethereum Signed Message:\n32", digest)),
            keccak256(abi.encode(id, cumulative))
        ];
        for (uint256 i; i < digests.length; ++i) {
            _requireRefused(_terms, cumulative, signDigest(RECEIPT_KEY, digests[i]), "another domain");
        }
    }

    /// @dev The other signature that the same key and digest have by the curve's symmetry.
    function testFuzz_RevertWhen_TheSignatureIsMalleable(uint128 cumulative) public {
        cumulative = _some(cumulative);
        (uint8 v, bytes32 r, bytes32 s) = _sign(cumulative);
        bytes32 highS = bytes32(ORDER - uint256(s));
        uint8 flipped = v ^ 7;
        assertEq(ecrecover(_digest(cumulative), flipped, r, highS), payerKey, "the same key by the precompile");
        _requireRefused(_terms, cumulative, abi.encodePacked(r, highS, flipped), "high s");
        _requireRefused(_terms, cumulative, abi.encodePacked(r, highS, v), "high s, the other v");
        _requireRefused(_terms, cumulative, abi.encodePacked(r, s, flipped), "the other v");
        _requireRefused(_terms, cumulative, abi.encodePacked(r, s, v - 27), "v of 0 or 1");
    }

    /// @dev Cut short, one byte longer, and ERC-2098's form in 64 bytes.
    function testFuzz_RevertWhen_TheLengthIsAnother(uint128 cumulative, uint256 length) public {
        cumulative = _some(cumulative);
        (uint8 v, bytes32 r, bytes32 s) = _sign(cumulative);
        bytes memory cut = abi.encodePacked(r, s, v);
        length = bound(length, 0, 64);
        assembly {
            mstore(cut, length)
        }
        _requireRefused(_terms, cumulative, cut, "cut short");
        _requireRefused(_terms, cumulative, abi.encodePacked(r, s, v, uint8(0)), "a byte more");
        bytes32 compact = bytes32(uint256(s) | (uint256(v - 27) << 255));
        _requireRefused(_terms, cumulative, abi.encodePacked(r, compact), "compact");
        _requireRefused(_terms, cumulative, "", "empty");
    }

    function testFuzz_RevertWhen_TheSignatureIsJunk(uint128 cumulative, bytes32 r, bytes32 s, uint8 v) public {
        cumulative = _some(cumulative);
        _requireRefused(_terms, cumulative, new bytes(65), "zeros");
        _requireRefused(_terms, cumulative, abi.encodePacked(bytes32(0), bytes32(0), uint8(27)), "zeros but v");
        _requireRefused(_terms, cumulative, abi.encodePacked(r, s, v), "junk");
        _requireRefused(_terms, cumulative, abi.encodePacked(r, s, uint8(27)), "junk with a v");
        _requireRefused(_terms, cumulative, abi.encodePacked(r, s, uint8(28)), "junk with the other v");
    }

    /// @dev A contract's word counts for nothing, whatever it says and whose key it has: it could take it back.
    function testFuzz_RevertWhen_ThePayerKeyIsAContract(uint128 cumulative, bool fickle, uint8 answer) public {
        cumulative = _some(cumulative);
        SessionTerms memory terms = defaultTerms();
        terms.payerKey = deploy("Wallet", abi.encode(vm.addr(WALLET_KEY)));
        if (fickle) {
            terms.payerKey = deploy("FickleWallet", "");
            IFickleWallet(terms.payerKey).setAnswer(uint8(bound(answer, 0, 8)));
        }
        openSession(terms, DEPOSIT);
        _requireRefused(terms, cumulative, signReceiptAs(WALLET_KEY, terms, cumulative), "by the wallet's key");
        _requireRefused(terms, cumulative, signReceipt(terms, cumulative), "by the usual key");
        _requireRefused(terms, cumulative, "", "by the wallet itself");
    }

    /// @dev A key whose account has got code signs on: nobody asks the code.
    function testFuzz_When_TheKeysAccountHasCode_ItsSignatureIsGood(uint128 cumulative) public {
        cumulative = _some(cumulative);
        vm.etch(payerKey, hex"60006000fd");
        redeem(_terms, cumulative);
        assertTrue(claimOf(payout) != 0, "paid");
    }

    /// @dev The amount is checked before the signature, so an old receipt is called old.
    function testFuzz_RevertWhen_StaleAndUnsigned_ItIsStale(bytes memory signature) public {
        redeem(_terms, 5);
        bytes memory input = abi.encodeCall(ISessionEscrow.redeem, (_terms, 5, signature));
        bytes memory expected = SessionErrors.receiptStale(idOfSession(_terms), 5, 5, DEPOSIT);
        requireRevertHere(stranger, input, expected, "stale");
    }

    function _some(uint128 cumulative) private pure returns (uint128) {
        return uint128(bound(cumulative, 1, type(uint128).max));
    }

    function _digest(uint128 cumulative) private view returns (bytes32) {
        return receiptDigest(address(sessions), block.chainid, idOfSession(_terms), cumulative);
    }

    function _sign(uint128 cumulative) private view returns (uint8 v, bytes32 r, bytes32 s) {
        return vm.sign(RECEIPT_KEY, _digest(cumulative));
    }

    function _requireRefused(
        SessionTerms memory terms,
        uint128 cumulative,
        bytes memory signature,
        string memory label
    ) private {
        bytes memory input = abi.encodeCall(ISessionEscrow.redeem, (terms, cumulative, signature));
        bytes memory expected = SessionErrors.signatureInvalid(idOfSession(terms), cumulative, terms.payerKey);
        Books memory books = booksOf(terms);
        requireRevertHere(stranger, input, expected, label);
        requireBooks(terms, books);
    }
}
