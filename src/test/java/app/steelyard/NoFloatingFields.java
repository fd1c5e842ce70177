package app.steelyard;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Holds of a class that keeps no binary fractions. */
final class NoFloatingFields extends ArchCondition<JavaClass> {
    NoFloatingFields() {
        super("keep no double or float");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
            String name = field.getRawType().getName();
            if (name.equals("double") || name.equals("float")) {
                events.add(SimpleConditionEvent.violated(field, field.getFullName() + " is a " + name));
            }
        }
    }
}
