// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {MachineClaim, Profile} from "../../contracts/types/Provider.sol";
import {Assertions} from "./Assertions.sol";
import {Deployed} from "./Deployed.sol";
import {vm} from "./Vm.sol";

/// @title RegistryFixture
/// @notice One provider in the registry, with everybody who stands in some relation to it.
abstract contract RegistryFixture is Deployed, Assertions {
    address internal constant PROVIDER = address(0x10001);
    address internal constant OWNER = address(0x10002);
    address internal constant OPERATOR = address(0x10003);
    address internal constant REMOVED_OPERATOR = address(0x10004);
    address internal constant PENDING_OWNER = address(0x10005);
    address internal constant STRANGER = address(0x10006);
    address internal constant OTHER_PROVIDER = address(0x10007);

    bytes32 internal constant ENCRYPTION_KEY = keccak256("encryption key");
    string internal constant ENDPOINT = "https://gpu.example";

    /// @dev A provider that was handed over, so that its id, its first owner, is nobody special any more; another one
    /// of its own.
    function setUpProvider() internal {
        deployAll();
        registerProvider(PROVIDER);
        registerProvider(OTHER_PROVIDER);

        vm.prank(PROVIDER);
        registry.offerOwnership(PROVIDER, OWNER);
        vm.startPrank(OWNER);
        registry.acceptOwnership(PROVIDER);
        registry.setOperator(PROVIDER, REMOVED_OPERATOR, true);
        registry.setOperator(PROVIDER, REMOVED_OPERATOR, false);
        registry.setOperator(PROVIDER, OPERATOR, true);
        registry.offerOwnership(PROVIDER, PENDING_OWNER);
        vm.stopPrank();
    }

    function registerProvider(address provider) internal {
        vm.prank(provider);
        registry.register(goodProfile());
    }

    /// @dev Everybody who must not do what only the owner may.
    function notOwners() internal pure returns (address[6] memory) {
        return [PROVIDER, OPERATOR, REMOVED_OPERATOR, PENDING_OWNER, STRANGER, OTHER_PROVIDER];
    }

    function isRelated(address key) internal pure returns (bool) {
        return key == OWNER || key == OPERATOR;
    }

    function goodProfile() internal pure returns (Profile memory) {
        return Profile({payout: address(0xCA54), encryptionKey: ENCRYPTION_KEY, endpoint: ENDPOINT});
    }

    function goodClaim() internal pure returns (MachineClaim memory) {
        return
            MachineClaim({
                gpuModel: "nvidia-rtx-4090",
                gpuCount: 2,
                vramMib: 24_576,
                region: "de",
                reportDigest: keccak256("report")
            });
    }
}
