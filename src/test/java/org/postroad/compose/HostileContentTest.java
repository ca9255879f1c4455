package org.postroad.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.postroad.compose.LetterFixture.shoe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroad.compose.template.LetterRefused;

/** What somebody might write into a content who should not be able to do more than write letters. */
class HostileContentTest {

    @TempDir
    Path folder;

    private LetterFixture fixture;

    @BeforeEach
    void writeFolder() throws IOException {
        Files.createDirectory(folder.resolve("try"));
        Files.writeString(folder.resolve("secret.txt"), "the secret");
        fixture = new LetterFixture()
                .about(shoe("r", "Aira", "Velden", "running-shoes"))
                .contents(folder)
                .timeout(Duration.ofMillis(700));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${'freemarker.template.utility.Execute'?new()('id')}",
                "${'freemarker.template.utility.ObjectConstructor'?new()('java.io.File','/')}",
                "${'freemarker.template.utility.JythonRuntime'?new()}",
                "<#assign run = 'freemarker.template.utility.Execute'?new()>${run('id')}",
                "${'freemarker.template.utility.Execute' <#-- hidden --> ?   new()('id')}",
                "${customer?api.getClass()}",
                "${customer.class}",
                "${customer.getClass()}",
                "${event.class}",
                "${event?api.clear()}",
                "${event.getClass()}",
                "${product.class.protectionDomain.classLoader}",
                "${link.class}",
                "${product.attributes.getClass().forName('java.lang.Runtime')}",
                "<#assign t = \"$\\{'freemarker.template.utility.Execute'?new()('id')}\"?interpret><@t/>",
                "${\"'freemarker.template.utility.Execute'?new()('id')\"?eval}",
                "<#include '../../../../etc/passwd'>",
                "<#include 'file:///etc/passwd' parse=false>",
                "<#import '/../secret.txt' as stolen>",
                "${.data_model.class}",
                "${.get_optional_template('../../etc/passwd').include()}",
                "${link('javascript:alert(1)')}",
                "${link('data:text/html,x')}",
                "<@product.getClass/>",
                "${statics['java.lang.System'].exit(1)}",
            })
    void reachesNothing(String attack) throws IOException {
        assertThat(refusal(inFrame(attack))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${product.name?no_esc}",
                "<#noautoesc>${product.name}</#noautoesc>",
                "<#outputformat 'plainText'>${product.name}</#outputformat>",
                "${'x'?matches('(x+)+y')?size}"
            })
    void cannotSwitchEscapingOff(String attempt) throws IOException {
        assertThat(refusal(inFrame(attempt)).faults().get(0)).contains("which letters may not");
    }

    @Test
    void cannotSwitchEscapingOffInItsHeader() throws IOException {
        LetterRefused refused = refusal("<#ftl output_format='plainText'>" + inFrame("x"));
        assertThat(refused.faults().get(0)).contains("switches escaping off");
    }

    @ParameterizedTest
    @Timeout(5)
    @ValueSource(
            strings = {
                "<#list 1..999999999 as i>all work and no play </#list>",
                "<#list 1..999999999 as i></#list>",
                "<#list 1..999999999 as i><#attempt>${nothing}<#recover></#attempt></#list>",
                "<#attempt><#list 1..999999999 as i>all work and no play </#list><#recover></#attempt>",
                "<#assign kept><#list 1..999999999 as i>all work and no play </#list></#assign>",
                "<#assign s = 'grow'><#list 1..60 as i><#assign s = s + s></#list>",
                "<#macro again><@again/></#macro><@again/>",
                "<#function again><#return again()></#function>${again()}",
                "${(1..300000000)?filter(each -> false)?size}",
                "<#assign s = [1]><#list 1..29 as i><#assign s = s + s></#list>${s?size}",
                "${'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'?replace('(.*a){8}c', 'x', 'r')}",
                "<#macro slow><#list 1..999999999 as i><#list 1..999999999 as j></#list></#list></#macro><@slow/>",
            })
    void isStoppedWhenItDoesNotEnd(String endless) throws IOException {
        String fault = refusal(inFrame(endless)).faults().get(0);
        assertThat(fault).containsAnyOf("without an end", "Stack");
    }

    @Test
    void leavesNothingRunningBehind() throws Exception {
        refusal(inFrame("<#list 1..999999999 as i></#list>"));
        Thread letter = Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().equals("postroad-template"))
                .filter(each -> each.getState() == Thread.State.RUNNABLE)
                .findAny()
                .orElse(null);
        if (letter != null) {
            letter.join(1_000);
            assertThat(letter.getState()).isNotEqualTo(Thread.State.RUNNABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "try/../../secret", "Try/x", "try", "/try/x", "try/x.ftlh", "try\\x", ""})
    void isFoundByAPlainNameOnly(String name) {
        LetterRefused refused = catchThrowableOfType(LetterRefused.class, () -> fixture.write(name));
        assertThat(refused.faults().get(0)).contains("journey/name");
    }

    private static String inFrame(String content) {
        return "<@mail.letter subject='Hello'>" + content + "</@mail.letter>";
    }

    private LetterRefused refusal(String content) throws IOException {
        Files.writeString(folder.resolve("try/attack.ftlh"), content);
        LetterRefused refused = catchThrowableOfType(LetterRefused.class, () -> fixture.write("try/attack"));
        assertThat(fixture.links.saved).isFalse();
        return refused;
    }
}
