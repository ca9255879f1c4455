/**
 * The console: pages for marketers and operators, rendered on the server and complete without scripts. One controller a
 * page; templates lie in {@code templates/console/}.
 *
 * <p>Uses the other parts of {@code report}, and what the pages show: {@code customer}, {@code decide}, {@code catalog},
 * {@code local}.
 */
@NullMarked
package org.postroad.report.console;

import org.jspecify.annotations.NullMarked;
