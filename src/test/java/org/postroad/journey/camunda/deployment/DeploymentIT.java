package org.postroad.journey.camunda.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroad.Http;
import org.postroad.PostroadTest;
import org.postroad.journey.JourneySettings;
import org.postroad.journey.camunda.StockDiagram;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Deployments at start and from Modeler: what is refused, and with which message. */
@PostroadTest
class DeploymentIT {

    private static final String SEND = "camunda:asyncBefore=\"true\" camunda:delegateExpression=\"${sendEmail}\"";

    @Autowired
    RepositoryService repository;

    @Autowired
    Environment environment;

    @Test
    void skipsUnchangedFiles() {
        long versions = versions();
        new JourneyDeployment(new JourneyFiles(settings(Path.of("bpmn"))), repository).start();

        assertThat(versions()).isEqualTo(versions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${bestTime.within('PT24H')} | ${runtimeService.deleteProcessInstance('1','2')} | 'wait-for-best-time' | 'runtimeService' is not known here
            ${bestTime.within('PT24H')} | ${''.getClass()}                                 | 'wait-for-best-time' | only words can be asked
            ${bestTime.within('PT24H')} | ${customer.getClass().forName('x')}              | 'wait-for-best-time' | 'getClass' with 0 values cannot be asked; what can is attribute(name), bought(productId)
            ${bestTime.within('PT24H')} | ${execution.processEngineServices}               | 'wait-for-best-time' | 'execution' is not known here; known are bestTime, customer, decision, event, journey, supply
            ${bestTime.within('PT24H')} | ${sendEmail.execute(null)}                       | 'wait-for-best-time' | 'sendEmail' is not known here
            ${bestTime.within('PT24H')} | ${now()}                                         | 'wait-for-best-time' | there is no function 'now' with 0 values here; there are after(period), after(period, time), at(time)
            ${bestTime.within('PT24H')} | ${bestTime.within('a day')}                      | 'wait-for-best-time' | 'a day' is no period; write ISO 8601
            ${bestTime.within('PT24H')} | ${after('P3D','9 am')}                           | 'wait-for-best-time' | '9 am' is no time of day; write it like 09:00
            ${bestTime.within('PT24H')} | ${next('MON','09:00')}                           | 'wait-for-best-time' | 'MON' is no weekday; write it like MONDAY
            ${bestTime.within('PT24H')} | ${bestTime.within(}                              | 'wait-for-best-time' | cannot be read from character
            ${sendEmail}                | ${jdbcTemplate}                                  | 'send-still-thinking' | '${jdbcTemplate}' is not one of Postroad's steps; they are
            after P14D                  | after a fortnight                                | 'looks-twice' | Setting 'reentry' is 'after a fortnight'
            name="holdout" value="5"    | name="holdout" value="110"                       | 'looks-twice' | Setting 'holdout' is '110'; give a percentage from 0 to 99
            name="holdout"              | name="hold-out"                                  | 'looks-twice' | Setting 'hold-out' is not known here; known are condition, audience, leave, reentry, holdout
            >= 2                        | >= journey.run                                   | 'looks-twice' | 'journey' is not known here; known are customer, event, supply
            name="priority" value="50" | name="priority" value="high"                    | 'send-reminder' | Setting 'priority' is 'high'; give a number from 0 to 100
            browse-abandonment/reminder | a reminder                                       | 'send-reminder' | Setting 'content' is 'a reminder'; write it like
            name="product_viewed"       | name="Product viewed"                            | 'product-viewed' | its name 'Product viewed' is no event type
            process id="browse-abandonment" | process id="browsing"                        | 'browsing' | its id differs from the file's name 'browse-abandonment'
            """)
    void refusesFaultsNamingTheElement(String changed, String by, String element, String sentence) {
        StockDiagram stockDiagram = StockDiagram.ofBrowseAbandonment().with(inXml(changed), inXml(by));
        long versions = versions();

        assertThatThrownBy(() -> deploy(stockDiagram))
                .isInstanceOf(ParseException.class)
                .hasMessageContaining(element)
                .hasMessageContaining(sentence)
                .hasMessageContaining("browse-abandonment.bpmn");
        assertThat(versions()).isEqualTo(versions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            camunda:class="java.lang.Runtime"                                                | the Java class 'java.lang.Runtime' cannot be named
            camunda:type="shell"                                                             | the type 'shell' is not known
            camunda:delegateExpression="${sendEmail}"                                        | a mail is ordered in a transaction of its own; tick 'Asynchronous before'
            xmlns:old="http://activiti.org/bpmn" old:class="java.lang.Runtime"               | the Java class 'java.lang.Runtime' cannot be named
            xmlns:evil="urn:evil" camunda:type="shell" evil:type="external"                  | the type 'shell' is not known
            xmlns:evil="urn:evil" camunda:delegateExpression="${jdbcTemplate}" evil:delegateExpression="${nextBestAction}" | '${jdbcTemplate}' is not one of Postroad's steps
            camunda:expression="${customer.class}"                                           | 'class' with 0 values cannot be asked
            """)
    void refusesCodeInAStep(String step, String sentence) {
        assertThatThrownBy(() -> deploy(StockDiagram.ofBrowseAbandonment().with(SEND, step)))
                .hasMessageContaining("'send-still-thinking'")
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <camunda:executionListener event="start"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:executionListener> | scripts are not run
            <camunda:executionListener event="start" class="java.lang.Thread"/>                                                           | the Java class 'java.lang.Thread' cannot be named
            <camunda:executionListener event="start" delegateExpression="${sendEmail}"/>                                                   | '${sendEmail}' can only be the work of a task
            <camunda:field name="a" stringValue="b"/>                                                                                     | fields are not injected
            <camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>                             | connectors are not run
            <camunda:inputOutput><camunda:inputParameter name="x">${dataSource}</camunda:inputParameter></camunda:inputOutput>           | 'dataSource' is not known here
            """)
    void refusesCodeInsideAStep(String extension, String sentence) {
        StockDiagram stockDiagram = StockDiagram.ofBrowseAbandonment()
                .with(
                        "<camunda:property name=\"content\" value=\"browse-abandonment/reminder\" />",
                        "<camunda:property name=\"content\" value=\"browse-abandonment/reminder\" /></camunda:properties>"
                                + extension + "<camunda:properties>");

        assertThatThrownBy(() -> deploy(stockDiagram))
                .hasMessageContaining("'send-reminder'")
                .hasMessageContaining(sentence);
    }

    @Test
    void refusesAScriptTask() {
        StockDiagram stockDiagram = StockDiagram.ofBrowseAbandonment()
                .with(
                        "<bpmn:sendTask id=\"send-reminder\"",
                        "<bpmn:scriptTask id=\"send-reminder\" scriptFormat=\"js\"")
                .with(
                        "      <bpmn:outgoing>to-no-purchase</bpmn:outgoing>\n    </bpmn:sendTask>",
                        "      <bpmn:outgoing>to-no-purchase</bpmn:outgoing>\n    </bpmn:scriptTask>");

        assertThatThrownBy(() -> deploy(stockDiagram))
                .hasMessageContaining("Script task 'send-reminder': scripts are not run");
    }

    @Test
    void refusesExpressionsInUserTaskTexts() {
        StockDiagram stockDiagram = StockDiagram.ofBrowseAbandonment()
                .with(
                        "<bpmn:sendTask id=\"send-reminder\" name=\"Send reminder\"",
                        "<bpmn:userTask id=\"send-reminder\" name=\"${dataSource}\"")
                .with(
                        "<camunda:property name=\"content\" value=\"browse-abandonment/reminder\" />",
                        "<camunda:property name=\"note\" value=\"${this} is never evaluated\" />")
                .with(
                        "      <bpmn:outgoing>to-no-purchase</bpmn:outgoing>\n    </bpmn:sendTask>",
                        "      <bpmn:outgoing>to-no-purchase</bpmn:outgoing>\n    </bpmn:userTask>");

        assertThatThrownBy(() -> deploy(stockDiagram))
                .hasMessageContaining("User task 'send-reminder': in ${dataSource}, 'dataSource' is not known here")
                .hasMessageNotContaining("${this}");
    }

    @Test
    void reportsFaultsToModeler() {
        StockDiagram stockDiagram = StockDiagram.ofBrowseAbandonment().with("after P14D", "soon");
        long versions = versions();
        HttpResponse<String> answer = post("browse-abandonment.bpmn", stockDiagram.bpmn());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("ENGINE-09005 Could not parse BPMN process")
                .contains("Start event 'looks-twice': Setting 'reentry' is 'soon'");
        assertThat(versions()).isEqualTo(versions);
    }

    @Test
    void acceptsAValidDiagramFromModeler() {
        String other = StockDiagram.ofBrowseAbandonment()
                .with("process id=\"browse-abandonment\"", "process id=\"browse-again\"")
                .with("bpmnElement=\"browse-abandonment\"", "bpmnElement=\"browse-again\"")
                .with("&#62;= 2", "&#62;= 2000000")
                .bpmn();
        HttpResponse<String> answer = post("browse-again.bpmn", other);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("browse-again")
                        .count())
                .as("two journeys may begin with the same event")
                .isOne();
    }

    @Test
    void stopsTheStartNamingEachFault(@TempDir Path folder) throws Exception {
        Files.writeString(
                folder.resolve("browse-abandonment.bpmn"),
                StockDiagram.ofBrowseAbandonment()
                        .with("after P14D", "soon")
                        .with("browse-abandonment/reminder", "")
                        .bpmn());
        Files.writeString(folder.resolve("broken.bpmn"), "<definitions");
        FailureAnalysis analysis = refusal(folder);

        assertThat(analysis.getDescription())
                .contains("nothing was changed")
                .contains("Could not parse 'broken.bpmn'.", "(line 1, column 13)");
        Files.delete(folder.resolve("broken.bpmn"));
        assertThat(refusal(folder).getDescription())
                .contains("browse-abandonment.bpmn, line 5: Start event 'looks-twice': Setting 'reentry' is 'soon'")
                .contains("Send task 'send-reminder': Setting 'content' is missing");
        assertThat(analysis.getAction()).contains("start again");
    }

    @Test
    void stopsTheStartWhenTheFolderIsMissing(@TempDir Path folder) {
        assertThat(refusal(folder.resolve("journeys")).getDescription())
                .contains("postroad.journeys.location names '")
                .contains("which is not a folder");
    }

    private FailureAnalysis refusal(Path folder) {
        JourneyDeployment deployment = new JourneyDeployment(new JourneyFiles(settings(folder)), repository);
        long versions = versions();
        try {
            deployment.start();
        } catch (JourneysRefused refused) {
            assertThat(versions()).isEqualTo(versions);
            return new JourneysRefusedFailureAnalyzer().analyze(refused);
        }
        throw new AssertionError("The start was not stopped.");
    }

    private static JourneySettings settings(Path location) {
        return new Binder(new MapConfigurationPropertySource(Map.of("postroad.journeys.location", location.toString())))
                .bind("postroad.journeys", JourneySettings.class)
                .get();
    }

    private void deploy(StockDiagram stockDiagram) {
        repository
                .createDeployment()
                .addString("browse-abandonment.bpmn", stockDiagram.bpmn())
                .deploy();
    }

    private long versions() {
        return repository.createProcessDefinitionQuery().count();
    }

    private HttpResponse<String> post(String file, String bpmn) {
        String boundary = "----modeler";
        String body = part(boundary, "deployment-name\"", "test")
                + part(boundary, "data\"; filename=\"" + file + "\"", bpmn)
                + "--" + boundary + "--\r\n";
        Http admin = Http.asAdmin(environment);
        return admin.send(admin.request("/engine-rest/deployment/create")
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body)));
    }

    private static String part(String boundary, String name, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\r\n\r\n" + content + "\r\n";
    }

    private static String inXml(String text) {
        return text.contains("${") || text.startsWith(">")
                ? text.replace("&", "&#38;").replace(">", "&#62;")
                : text;
    }
}
