package app.steelyard.ui.work;

import app.steelyard.plan.PlanField;

/** Where a screen may send the person; it says what is to be seen, and the window which screen that is. */
public interface Navigation {
    /** What is asked before a new plan begins. */
    void toNewPlan();

    /** Another plan was opened: what follows from it. */
    void toOpenedPlan();

    /** Answers were opened, with the plan they are about: its questions. */
    void toOpenedAnswers();

    /** What follows from the plan. */
    void toResult();

    /** Where a number of the plan is typed. */
    void toInput(PlanField field);
}
