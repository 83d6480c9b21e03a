import { describeStory } from "./story.ts";

describeStory("hardhat");
