/**
 * The console: pages for marketers and operators, rendered on the server and usable without scripts. One controller per
 * page; the templates are in {@code templates/console/}.
 *
 * <p>Uses the other parts of {@code report}, and what the pages show: {@code event}, {@code customer}, {@code decide},
 * {@code catalog}, {@code journey}, {@code local}.
 */
@NullMarked
package org.postroad.report.console;

import org.jspecify.annotations.NullMarked;
