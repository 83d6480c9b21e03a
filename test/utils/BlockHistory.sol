// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {vm} from "./Vm.sol";

/// @title BlockHistory
/// @notice The contract of EIP-2935 as every chain has it. What the tests' chain has there reverts with a text, which is
/// no answer.
library BlockHistory {
    address internal constant AT = 0x0000F90827F1C53a10cb7A02335B175320002935;
    bytes private constant CODE =
        hex"3373fffffffffffffffffffffffffffffffffffffffe14604657602036036042575f35600143038111604257611fff81430311604257"
        hex"611fff9006545f5260205ff35b5f5ffd5b5f35611fff60014303065500";

    /// @dev Puts the code there.
    function install() internal {
        vm.etch(AT, CODE);
    }
}
