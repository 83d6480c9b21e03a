import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

// Arrows run one way: contracts → deployments → sdk → {worker, relay}. Only the generators read Hardhat's artifacts.
const notArtifacts = { group: ["**/artifacts/**"], message: "Only the generators read artifacts." };
const sdkOnly = (self) => ({
  group: ["@wattle/*", "!@wattle/sdk", "!@wattle/sdk/**", "../../../*", "**/contracts/*.sol"].filter(
    (pattern) => pattern !== `@wattle/${self}`,
  ),
  message: "This workspace may import @wattle/sdk and nothing else of ours.",
});

export default defineConfig(
  {
    ignores: [
      "**/dist/**",
      "**/node_modules/**",
      "artifacts/**",
      "cache/**",
      "types/**",
      "coverage/**",
      "demo-output/**",
      "sdk/src/contracts/**",
      "sdk/src/abis/**",
    ],
  },
  tseslint.configs.strict,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/no-invalid-void-type": "off",
      "no-restricted-imports": ["error", { patterns: [notArtifacts] }],
      "no-restricted-syntax": [
        "error",
        {
          selector: "ExportDefaultDeclaration",
          message: "Named exports only, but where a framework wants one.",
        },
      ],
      "no-warning-comments": ["error", { terms: ["todo", "fixme", "xxx"] }],
      eqeqeq: ["error", "always", { null: "ignore" }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["sdk/src/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            notArtifacts,
            { group: ["@wattle/*", "hardhat", "hardhat/*"], message: "The SDK imports nothing of ours." },
          ],
        },
      ],
    },
  },
  {
    files: ["sdk/src/**"],
    ignores: ["sdk/src/node/**"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            notArtifacts,
            { group: ["@wattle/*", "hardhat", "hardhat/*"], message: "The SDK imports nothing of ours." },
            { group: ["node:*"], message: "Browsers have no Node modules; put it into sdk/src/node." },
          ],
        },
      ],
    },
  },
  ...["relay", "worker"].map((name) => ({
    files: [`${name}/src/**`],
    rules: { "no-restricted-imports": ["error", { patterns: [notArtifacts, sdkOnly(name)] }] },
  })),
  {
    files: ["**/*.config.{ts,mjs}"],
    rules: { "no-restricted-syntax": "off" },
  },
);
