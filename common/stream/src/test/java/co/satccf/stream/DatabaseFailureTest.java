package co.satccf.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFailureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08001", "08006", "25006", "28P01", "3D000", "40001", "40P01", "42P01", "42501", "53100",
        "53300", "55P03", "57014", "57P01", "57P03", "58030"
      })
  void isTheDatabases(String state) {
    assertThat(DatabaseFailure.is(new SQLException("m", state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22021", "22P05", "23505", "23514", "21000", "25P02", "54000", "P0001"})
  void isTheRecords(String state) {
    assertThat(DatabaseFailure.is(new SQLException("m", state))).isFalse();
  }

  @Test
  void isTheDatabasesWhenThePoolHasNoConnectionToGive() {
    assertThat(DatabaseFailure.is(new SQLException("Acquisition timeout"))).isTrue();
    assertThat(DatabaseFailure.is(new SQLTimeoutException("slow"))).isTrue();
  }

  @Test
  void looksThroughWhatWrapsIt() {
    var cause = new SQLException("gone", "57P01");
    assertThat(DatabaseFailure.is(new IllegalStateException(cause))).isTrue();
    assertThat(DatabaseFailure.is(new BatchUpdateException("b", "57P01", 0, new int[0], cause)))
        .isTrue();
    assertThat(DatabaseFailure.is(new IllegalStateException("our own mistake"))).isFalse();
  }

  @Test
  void describesWithoutTheMessage() {
    var quoting = new SQLException("Key (numero)=(1022333444) already exists", "23505");
    assertThat(DatabaseFailure.describe(new IllegalStateException(quoting)))
        .isEqualTo("SQLException 23505");
    assertThat(DatabaseFailure.describe(new IllegalStateException("1022333444")))
        .isEqualTo("IllegalStateException");
  }
}
