package org.postroad.journey.camunda.check;

import org.postroad.journey.camunda.expression.ExpressionCheck;
import org.postroad.journey.camunda.expression.DelegateNames;
import org.postroad.journey.camunda.parse.Fault;
import org.postroad.journey.camunda.parse.Part;
import org.postroad.journey.camunda.parse.StepSettings;
import org.postroad.journey.camunda.parse.FlowGraph;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.postroad.journey.template.AskPerson;
import org.postroad.journey.vocabulary.ExpressionVocabulary;
import org.springframework.beans.factory.ObjectProvider;

/** Looks through a journey's file before it is deployed: a deployed model is code, so it must be harmless and right. */
public final class Inspection {

    private final ForbiddenCode forbidden;
    private final ObjectProvider<Door> provider;
    private final ExpressionCheck onTheWay = new ExpressionCheck(ExpressionVocabulary.ON_THE_WAY);
    private final ExpressionCheck afterQuestions =
            new ExpressionCheck(ExpressionVocabulary.ON_THE_WAY, Set.of(AskPerson.ANSWER));

    /** @param provider asked when there is something to inspect: what it provides needs the engine itself */
    public Inspection(DelegateNames delegates, ObjectProvider<Door> provider) {
        this.forbidden = new ForbiddenCode(delegates);
        this.provider = provider;
    }

    /** All that is wrong, in the order of the file. */
    List<Fault> faultsIn(Element definitions, String file) {
        boolean asks = Part.allIn(definitions)
                .anyMatch(part -> part.is("userTask") && part.settings().containsKey("answers"));
        ExpressionCheck check = asks ? afterQuestions : onTheWay;
        Door door = provider.getObject();
        StepSettings settings = new StepSettings(definitions);
        List<Function<Part, Stream<String>>> checks = List.of(
                forbidden::in,
                part -> expressionFaults(part, check),
                new SettingCheck(settings, check, door.addresses())::faultsIn,
                new ReferenceCheck(settings, door)::faultsIn,
                new EventCheck(definitions)::faultsIn,
                new TimerCheck(door.clock())::faultsIn);
        Stream<Fault> inParts = Part.allIn(definitions)
                .flatMap(part -> checks.stream().flatMap(one -> one.apply(part)).map(part::fault));
        return Stream.of(
                        JourneyShape.faultsIn(definitions, file),
                        inParts,
                        new RoadCheck(FlowGraph.of(definitions)).faults(),
                        new LiveCheck(door.versions()).faultsIn(definitions),
                        new RivalCheck(door.rivals()).faultsIn(definitions))
                .flatMap(faults -> faults)
                .toList();
    }

    /** What could be better, noted for whoever deploys. */
    List<Fault> remarksOn(Element definitions, String file) {
        List<Fault> remarks = StyleCheck.remarksOn(definitions);
        remarks.forEach(remark -> provider.getObject().remarks().note(file, remark));
        return remarks;
    }

    /** Wherever the engine evaluates: any attribute and any text but names and what is written for people. */
    private Stream<String> expressionFaults(Part part, ExpressionCheck check) {
        Stream<String> attributes = part.is("property")
                ? Stream.empty()
                : part.attributes()
                        .filter(attribute -> !attribute.getKey().equals("delegateExpression"))
                        .filter(attribute -> !part.isForPeople(attribute.getKey()))
                        .map(Map.Entry::getValue);
        Stream<String> text = part.isForPeople()
                ? Stream.empty()
                : Stream.of(part.element().getText().strip());
        return Stream.concat(attributes, text)
                .filter(ExpressionCheck::isExpression)
                .flatMap(expression -> check.faultsIn(expression).stream());
    }
}
