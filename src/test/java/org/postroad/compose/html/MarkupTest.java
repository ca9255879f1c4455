package org.postroad.compose.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href='x:y'>z</a>",
                "<A HREF=x:y>z</A>",
                "<a\nclass=\"b>c\" href = \"x:y\" href='other'>z</a>",
                "<a title='<a href=no>' href=\"x&#58;y\">z</a>",
                "<p><!-- > <a href=no> --><a href='x:y'/>z",
                "<!--><a href='x:y'>z</a>",
                "<!-- --!><a href='x:y'>z</a>",
                "<!doctype html><?xml ?></ ><a/href='x:y'>z</a>",
                "<style><a href='no'></style ><a href='x:y'>z</a>",
                "<title></a><a href='no'></title><a href='x:y'>z</a>",
                "< a href='no'> 1 <2 <a href='x:y'>z</a> <a href='no'"
            })
    void findsTheLinkThatABrowserFinds(String html) {
        Markup letter = Markup.of(html);
        assertThat(letter.links()).singleElement().satisfies(link -> {
            assertThat(link.address()).isEqualTo("x:y");
            assertThat(letter.textIn(link)).startsWith("z");
        });
    }

    @Test
    void looksAtHiddenLinksToo() {
        assertThat(Markup.of("<div style='display: none'><a href='javascript:x'>y</a></div>")
                        .links())
                .singleElement()
                .extracting(Element::address)
                .isEqualTo("javascript:x");
    }

    @Test
    void tellsEmptyWordsForAPictureFromNone() {
        assertThat(Markup.of("<img src=a alt><img src=b alt=''><img src=c>").images())
                .extracting(Element::hasAlternative)
                .containsExactly(true, true, false);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`<p>One &amp; two&nbsp;\n three</p><p>Four</p>`                         | One & two three//Four",
                "`<h1>Big</h1><h2>Small</h2>Text`                                        | Big/===//Small/-----//Text",
                "`<ul><li>One<li>Two</ul>`                                               | - One/- Two",
                "`<p>See <a href=x:1>this</a> and <a href=x:1>this</a>.</p>`             | See this <x:1> and this.",
                "`<td><a href=x:1>Go</a></td><td>on</td>`                                | Go: x:1/on",
                "`<a href=x:1><img alt='A shoe'></a>`                                    | A shoe: x:1",
                "`<a href=x:1><img alt='A shoe'></a><p><a href=x:1>Shoe</a></p>`         | Shoe: x:1",
                "`<div style='color:red; display : none'>no<p>no</p></div><i>yes</i>`    | yes",
                "`<b aria-hidden=true>no</b><b aria-hidden=false>yes</b>`                | yes",
                "`<div>one</b></i></div>two`                                             | one/two",
                "`soft&shy;hy&zwnj;phen, zero&#847;width`                                | softhyphen, zerowidth"
            })
    void saysInTextWhatIsSeen(String html, String text) {
        assertThat(HtmlToText.of(Markup.of(html))).isEqualTo(text.replace('/', '\n') + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "</div>", "<a href=x><img alt=y>", "<p><b></i>", "<!--", "<style>", "&"})
    void isDoneSoonWithWhateverIsRepeated(String html) {
        assertThat(HtmlToText.of(Markup.of(html.repeat(100_000)))).isNotNull();
    }
}
