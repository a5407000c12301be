@NullMarked
package io.crossdock.crm.http;

import org.jspecify.annotations.NullMarked;
