// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {Assertions} from "../../utils/Assertions.sol";
import {Deployed, IFaucetToken} from "../../utils/Deployed.sol";
import {vm} from "../../utils/Vm.sol";

contract FaucetTokenConstructorTest is Deployed, Assertions {
    function testFuzz_RevertWhen_ChainIsNoTestNetwork(uint32 chainId) public {
        uint32[7] memory testNetworks = allowedChains();
        vm.assume(chainId != 0);
        for (uint256 i; i < testNetworks.length; ++i) vm.assume(chainId != testNetworks[i]);
        expectRefused(chainId);
    }

    function test_RevertWhen_ChainIsALiveNetwork() public {
        uint32[8] memory live = [uint32(1), 10, 56, 100, 137, 8_453, 42_161, 43_114];
        for (uint256 i; i < live.length; ++i) expectRefused(live[i]);
    }

    function test_RevertWhen_ChainIsNextToATestNetwork() public {
        uint32[7] memory testNetworks = allowedChains();
        for (uint256 i; i < testNetworks.length; ++i) {
            expectRefused(testNetworks[i] - 1);
            expectRefused(testNetworks[i] + 1);
        }
    }

    function testFuzz_When_ChainIsATestNetwork(bytes15 nameSeed, string memory symbol) public {
        uint32[7] memory testNetworks = allowedChains();
        string memory name = string(abi.encodePacked(nameSeed));
        for (uint256 i; i < testNetworks.length; ++i) {
            vm.chainId(testNetworks[i]);
            IERC20Metadata token = IERC20Metadata(deploy("FaucetToken", abi.encode(name, symbol)));
            assertEq(bytes(token.name()), bytes(name), "name");
            assertEq(bytes(token.symbol()), bytes(symbol), "symbol");
            assertEq(token.decimals(), 18, "decimals");
            assertEq(token.totalSupply(), 0, "supply");
        }
    }

    /// @dev Hardhat and Anvil, Ganache; Sepolia, Hoodi; the Sepolias of Base, Arbitrum and Optimism.
    function allowedChains() private pure returns (uint32[7] memory) {
        return [uint32(31_337), 1_337, 11_155_111, 560_048, 84_532, 421_614, 11_155_420];
    }

    function expectRefused(uint256 chainId) private {
        vm.chainId(chainId);
        vm.expectRevert(abi.encodeWithSelector(IFaucetToken.FaucetToken_NotATestNetwork.selector, chainId));
        deploy("FaucetToken", abi.encode("Pay Token", "PAY"));
    }
}
