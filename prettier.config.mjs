/** @type {import("prettier").Config} */
const config = {
  printWidth: 110,
  plugins: ["prettier-plugin-solidity"],
  overrides: [{ files: "*.sol", options: { printWidth: 120, tabWidth: 4 } }],
};
export default config;
