// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// @notice What a provider tells the world about itself.
/// @param payout The address whose vault claims receive the provider's earnings; usually a cold wallet.
/// @param encryptionKey The raw X25519 public key that clients encrypt job inputs to.
/// @param endpoint Where the provider can be reached off chain; may be empty. Kept in the event log only.
struct Profile {
    address payout;
    bytes32 encryptionKey;
    string endpoint;
}

/// @notice What a provider says of a machine.
/// @param gpuModel The model's name in lower case, as bytes ("nvidia-rtx-4090"), right-padded with zeros.
/// @param gpuCount The number of cards.
/// @param vramMib The memory of each card in MiB.
/// @param region ISO 3166-1 alpha-2 country code, optionally with a subdivision ("de", "us-ca").
/// @param reportDigest The sha2-256 of the full hardware report. Kept in the event log only.
struct MachineClaim {
    bytes32 gpuModel;
    uint16 gpuCount;
    uint32 vramMib;
    bytes8 region;
    bytes32 reportDigest;
}

/// @notice What the chain stores of a machine, so that markets can check a request's requirements.
/// @param gpuModel See {MachineClaim}.
/// @param gpuCount See {MachineClaim}.
/// @param vramMib See {MachineClaim}.
/// @param region See {MachineClaim}.
/// @param addedBlock The block of the claim: the {MachineAdded} there has the report's digest.
/// @param retiredAt Unix time in seconds at which the machine was retired; zero while it is active.
struct Machine {
    // slot 0
    bytes32 gpuModel;
    // slot 1: 192 of 256 bits
    uint16 gpuCount;
    uint32 vramMib;
    bytes8 region;
    uint40 addedBlock;
    uint40 retiredAt;
}
