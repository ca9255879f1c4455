package org.postroad.journey.camunda.parse;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.form.handler.FormFieldHandler;
import org.camunda.bpm.engine.impl.form.type.EnumFormType;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.postroad.journey.template.AskPerson;

/** The form of a user task in Tasklist: one field with the answers to choose from. */
final class UserTaskForm extends DefaultTaskFormHandler {

    private UserTaskForm(AskPerson question) {
        Map<String, String> labels = new LinkedHashMap<>();
        question.answers().forEach(answer -> labels.put(answer, label(answer)));
        FormFieldHandler field = new FormFieldHandler();
        field.setId(AskPerson.ANSWER);
        field.setLabel(new FixedValue(label(AskPerson.ANSWER)));
        field.setType(new EnumFormType(labels));
        formFieldHandlers.add(field);
    }

    private static String label(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT)
                + word.substring(1).replace('_', ' ').replace('-', ' ');
    }

    /** Also removes the answer of an earlier user task when this one is created, and refuses an invalid answer. */
    static void attach(AskPerson question, TaskDefinition task) {
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, asked -> asked.removeVariable(AskPerson.ANSWER));
        if (!question.answers().isEmpty()) {
            task.setTaskFormHandler(new UserTaskForm(question));
            task.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_COMPLETE, answered -> validateAnswer(question, answered));
        }
    }

    /** Not only the form completes a task: over REST, the answer can be any value. */
    private static void validateAnswer(AskPerson question, DelegateTask answered) {
        try {
            question.validate(answered.getVariable(AskPerson.ANSWER));
        } catch (IllegalArgumentException e) {
            throw new BadUserRequestException(e.getMessage(), e);
        }
    }
}
