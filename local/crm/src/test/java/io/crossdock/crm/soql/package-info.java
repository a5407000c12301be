@NullMarked
package io.crossdock.crm.soql;

import org.jspecify.annotations.NullMarked;
