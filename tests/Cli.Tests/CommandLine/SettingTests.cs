namespace CorridorTwin.Cli.Tests.CommandLine;

public class SettingTests
{
    [Theory]
    [InlineData("--replications", "0", "out of range; expected a whole number from 1 to 10000; did you mean '1'?")]
    [InlineData("--replications", "-3", "out of range; expected a whole number from 1 to 10000; did you mean '1'?")]
    [InlineData("--replications", "NaN", "not a whole number; expected a whole number from 1 to 10000")]
    [InlineData("--replications", "99999999999999999999999", "out of range; expected a whole number from 1 to 10000; did you mean '10000'?")]
    [InlineData("--replications", "20.6", "not a whole number; expected a whole number from 1 to 10000; did you mean '21'?")]
    [InlineData("--replications", "Infinity", "not a whole number; expected a whole number from 1 to 10000; did you mean '10000'?")]
    [InlineData("--replications", "", "not a whole number; expected a whole number from 1 to 10000")]
    [InlineData("--days", "0", "out of range; expected a whole number from 1 to 366; did you mean '1'?")]
    [InlineData("--days", "400", "out of range; expected a whole number from 1 to 366; did you mean '366'?")]
    [InlineData("--warmup-days", "-1", "out of range; expected a whole number from 0 to 366; did you mean '0'?")]
    [InlineData("--seed", "18446744073709551616", "out of range; expected a whole number from 0 to 18446744073709551615; did you mean '18446744073709551615'?")]
    [InlineData("--seed", "1e3", "not a whole number; expected a whole number from 0 to 18446744073709551615; did you mean '1000'?")]
    [InlineData("--threads", "0", "out of range; expected a whole number from 1 to 1024; did you mean '1'?")]
    [InlineData("--year", "2023", "out of range; expected a whole number from 2024 to 2040; did you mean '2024'?")]
    [InlineData("--year", "2041", "out of range; expected a whole number from 2024 to 2040; did you mean '2040'?")]
    [InlineData("--lang", "fr", "unknown; expected one of es, en")]
    [InlineData("--format", "jsn", "unknown; expected one of table, json, csv; did you mean 'json'?")]
    [InlineData("--out", " ", "empty; expected a directory")]
    public void A_wrong_value_is_one_line_and_exit_code_2(string option, string value, string expected)
    {
        Answer answer = Corridor.Call("compare", option, value);
        Assert.Equal([$"corridor: {option} '{value}': {expected}"], answer.ErrorLines);
        Assert.Equal((ExitCode.BadInput, ""), (answer.Code, answer.Out));
    }

    [Fact]
    public void Every_wrong_option_is_told_at_once() => Assert.Equal(3, Corridor.Call("run", "--days", "x", "--seed", "y", "--format", "z").ErrorLines.Length);

    [Fact]
    public void A_missing_value_is_told() => Assert.Equal(["corridor: --days: needs a value; expected a whole number from 1 to 366"], Corridor.Call("compare", "--days").ErrorLines.Take(1));

    [Fact]
    public void An_option_given_twice_is_told() => Assert.Equal(["corridor: --days: given more than once"], Corridor.Call("compare", "--days", "3", "--days", "4").ErrorLines);

    [Fact]
    public void Problems_are_told_in_the_language_asked_for() =>
        Assert.Equal(["corridor: --days '0': fuera de rango; se esperaba un número entero de 1 a 366; ¿quiso decir '1'?"], Corridor.Call("compare", "--lang", "es", "--days", "0").ErrorLines);

    [Fact]
    public void Ends_of_ranges_are_taken()
    {
        Answer answer = Corridor.Call("run", "--replications", "1", "--days", "1", "--warmup-days", "0", "--seed", "18446744073709551615", "--year", "2040", "--threads", "1", "--format", "csv");
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
    }
}
