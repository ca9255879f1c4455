package org.postroad.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroad.compose.template.LetterRefused;

class LetterValidatorTest {

    @TempDir
    Path folder;

    private final LetterFixture fixture = new LetterFixture();

    @BeforeEach
    void writeFolder() throws IOException {
        Files.createDirectory(folder.resolve("try"));
        fixture.contents(folder);
    }

    @Test
    void passesAPlainLetter() throws IOException {
        write("<@mail.letter subject='Hello'>Good news.</@mail.letter>");
        assertThat(fixture.write("try/letter").text()).contains("Good news.");
    }

    @Test
    void namesAllFaultsAtOnce() throws IOException {
        write("""
                <#global subjectOfLetter = "">
                <p><a href="/sale">Sale</a> <img src="x.png"> ${r"${customer.firstName}"}</p>
                """);
        assertThat(faults())
                .hasSize(7)
                .anySatisfy(fault -> assertThat(fault).contains("subject is empty"))
                .anySatisfy(fault -> assertThat(fault).contains("the link 'Sale' leads to '/sale'"))
                .anySatisfy(fault -> assertThat(fault).contains("no alt text"))
                .anySatisfy(fault -> assertThat(fault).contains("the image 'x.png'"))
                .anySatisfy(fault -> assertThat(fault).contains("no unsubscribe link"))
                .anySatisfy(fault -> assertThat(fault).contains("postal address is not shown"))
                .anySatisfy(fault -> assertThat(fault).contains("placeholder was not filled in"));
    }

    @Test
    void refusesASubjectThatWouldBreakTheHeader() throws IOException {
        write("<@mail.letter subject='Hello\\nBcc: x@bad.example'>x</@mail.letter>");
        assertThat(faults()).singleElement().asString().contains("line break");
    }

    @Test
    void refusesATooLongSubject() throws IOException {
        write("<@mail.letter subject='" + "x".repeat(151) + "'>x</@mail.letter>");
        assertThat(faults()).singleElement().asString().contains("more than 150 characters");
    }

    @Test
    void refusesWhatGmailWouldCutOff() throws IOException {
        write("<@mail.letter subject='Hello'>" + "0123456789".repeat(10_000) + "</@mail.letter>");
        assertThat(faults()).singleElement().asString().contains("Gmail cuts mails off at 102400");
    }

    @Test
    void refusesAScriptLink() throws IOException {
        write("<@mail.letter subject='Hello'><a href='javascript:alert(1)'>x</a></@mail.letter>");
        assertThat(faults()).singleElement().asString().contains("javascript:alert(1)");
    }

    @Test
    void refusesASenderWhoDoesNotSayWhere() throws IOException {
        write("<@mail.letter subject='Hello'>x</@mail.letter>");
        fixture.sender("", List.of(), null);
        assertThat(faults())
                .hasSize(2)
                .anySatisfy(fault -> assertThat(fault).contains("postroad.compose.sender.name"))
                .anySatisfy(fault -> assertThat(fault).contains("postroad.compose.sender.postal-address"));
    }

    @Test
    void saysWhereAContentIsWrong() throws IOException {
        write("<@mail.letter subject='Hello'>\n${customer.shoeSize}\n</@mail.letter>");
        assertThat(faults()).singleElement().asString().contains("customer.shoeSize", "try/letter.ftlh, line 2");
    }

    @Test
    void saysWhereAContentDoesNotParse() throws IOException {
        write("<@mail.letter subject='Hello'>\n<#if product??>\n</@mail.letter>");
        assertThat(faults()).singleElement().asString().contains("line 3");
    }

    @Test
    void namesAnUnknownContent() {
        assertThat(faults("try/nothing")).singleElement().asString().contains("there is no such content");
    }

    @Test
    void takesFromTheFolderWhatIsThereAndTheRestFromWhatIsShipped() {
        assertThat(fixture.write("browse-abandonment/reminder").subject()).contains("last look");
    }

    @Test
    void refusesToStartWithoutTheFolder() {
        fixture.contents(folder.resolve("nowhere"));
        assertThatIllegalStateException()
                .isThrownBy(() -> fixture.write("try/letter"))
                .withMessageContaining("postroad.compose.content-location");
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("try/letter.ftlh"), content);
    }

    private List<String> faults() {
        return faults("try/letter");
    }

    private List<String> faults(String content) {
        LetterRefused refused = catchThrowableOfType(LetterRefused.class, () -> fixture.write(content));
        assertThat(fixture.links.saved).isFalse();
        return refused.faults();
    }
}
