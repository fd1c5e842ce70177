package app.steelyard.app.decide;

import app.steelyard.document.AnswersFile;
import app.steelyard.plan.Plan;
import app.steelyard.tokens.PromptCount;
import app.steelyard.tokens.PromptFile;
import app.steelyard.tokens.TokenCounter;
import java.nio.file.Path;

/** The prompt file that answers name, in the plan. */
public final class CountedPrompt {
    private CountedPrompt() {}

    /** The plan with the tokens that its model counts in the file; this may take seconds. */
    public static Plan into(Plan plan, Path prompt) {
        PromptCount count = PromptCount.of(
                PromptFile.read(prompt), TokenCounter.of(plan.inference().model()));
        return AnswersFile.counted(plan, count.items(), count.source());
    }
}
