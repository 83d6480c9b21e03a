import { hasAnvil } from "../../../test/support/quickChain.ts";
import { describeStory } from "./story.ts";

if (hasAnvil) describeStory("anvil");
else console.log("not run: the npm package with anvil has no binary for this machine");
