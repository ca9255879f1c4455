package org.postroad.compose.template;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.Configuration;
import freemarker.template.Template;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedTemplateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hello ${customer.firstName!''}, still thinking? Then ...",
                "<a href=\"https://shop.example/?utm_source=mail&amp;size=9\">+49 123</a>",
                "<#assign name = customer.firstName + '!'><#list products as each>${each.name?truncate(9)}</#list>",
                "<@mail.letter subject='x'><#list 1..60 as i>x</#list><@mail.row products[1..]/></@mail.letter>",
                "<#list 1..999 as i><#list 1..999 as j><#list 1..999 as k>looked at</#list></#list></#list>",
                "${event.note?has_content?then('yes', 'no')} ${event.at?datetime?string}",
            })
    void knowsWhatEndsWhenInterrupted(String text) throws IOException {
        assertThat(isBounded(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${(1..999999999)?size}",
                "${products?filter(each -> true)?size}",
                "${products ? join(',')}",
                "${products?sortBy('name')?size}",
                "${'aaaa'?replace('(a+)+c', 'x', 'r')}",
                "<#assign n = 999999999>${(1..n)?first}",
                "${(1..<n)?first}${(1..*n)?first}",
                "${(1..(n))?first}${(1 .. n)?first}",
                "${products[0..-n]?size}",
                "<#list products as each><#assign s = s + s></#list>",
                "<#list products as each><#if each??><#global s = [s, s]></#if></#list>",
                "<#macro again><@again/></#macro>",
                "<#function again><#return again()></#function>",
                "<#include 'x'>",
                "<#import 'x' as x>",
                "${.get_optional_template('x')?size}",
                "${a+a+a+a+a+a+a+a+a+a+a+a+a+a}",
            })
    void suspectsWhatMightNotEnd(String text) throws IOException {
        assertThat(isBounded(text)).isFalse();
    }

    private static boolean isBounded(String text) throws IOException {
        return BoundedTemplate.is(new Template("try", text, new Configuration(Configuration.VERSION_2_3_34)));
    }
}
