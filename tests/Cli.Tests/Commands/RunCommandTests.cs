using System.Text.Json;

namespace CorridorTwin.Cli.Tests.Commands;

public class RunCommandTests
{
    [Fact]
    public void The_page_has_a_table_per_post_with_sides_and_crossings()
    {
        Answer answer = Corridor.Call(["run", .. Corridor.Brief]);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        Assert.Contains("\nPeña Blanca–Peñas Blancas\nSide ", answer.Out, StringComparison.Ordinal);
        Assert.Matches("\nS2N CR exit +export ", answer.Out);
        Assert.Matches("\nS2N crossing +pair ", answer.Out);
        Assert.Contains("Illustrative", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_breakdown_with_intervals()
    {
        JsonElement root = JsonDocument.Parse(Corridor.Call(["run", "smart-border", "--format", "json", .. Corridor.Brief]).Out).RootElement;
        Assert.Equal("smart-border", root.GetProperty("scenario").GetString());
        JsonElement row = root.GetProperty("breakdown").EnumerateArray().First(r => r.GetProperty("n").GetDouble() > 0);
        double mean = row.GetProperty("mean").GetDouble();
        Assert.InRange(mean, row.GetProperty("meanCi95")[0].GetDouble(), row.GetProperty("meanCi95")[1].GetDouble());
    }

    [Fact]
    public void The_baseline_may_be_named() =>
        Assert.Equal(Corridor.Call(["run", "--format", "csv", .. Corridor.Brief]).Out, Corridor.Call(["run", "2024-baseline", "--format", "csv", .. Corridor.Brief]).Out);

    [Fact]
    public void Threads_change_nothing() =>
        Assert.Equal(Corridor.Call(["run", "--format", "csv", .. Corridor.Brief]).Out, Corridor.Call(["run", "--format", "csv", "--replications", "2", "--days", "2", "--warmup-days", "1", "--threads", "4"]).Out);

    [Fact]
    public void Cancelled_at_once_it_says_so()
    {
        using var scratch = new Scratch();
        Answer answer = Corridor.Call(120, new CancellationToken(true), "run", "--out", scratch.Path, "--format", "json");
        Assert.Equal(ExitCode.Cancelled, answer.Code);
        Assert.False(JsonDocument.Parse(answer.Out).RootElement.GetProperty("complete").GetBoolean());
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Path));
    }

    [Fact]
    public void The_warm_up_is_checked_on_the_days_of_both_parts()
    {
        string[] call = ["run", "--warmup-check", "--replications", "2", "--days", "20", "--warmup-days", "10"];
        JsonElement root = JsonDocument.Parse(Corridor.Call([.. call, "--format", "json"]).Out).RootElement;
        Assert.Equal(30, root.GetProperty("days").GetArrayLength());
        Assert.Equal(0, root.GetProperty("daysToLeaveOut").GetInt32() % 5);
        Assert.Contains("MSER-5", Corridor.Call(call).Out, StringComparison.Ordinal);
        Answer answer = Corridor.Call("run", "--warmup-check", "--days", "5", "--warmup-days", "5");
        Assert.Equal(ExitCode.BadInput, answer.Code);
        Assert.Contains("too short for MSER-5", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Fact]
    public void It_stops_when_it_is_precise_enough()
    {
        Answer answer = Corridor.Call("run", "--precision", "100 h", "--days", "1", "--warmup-days", "0");
        Assert.Contains("10 replications were enough for the precision asked for", answer.Out, StringComparison.Ordinal);
        Assert.Contains("--replications 10 ", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_has_its_dates_in_both_languages()
    {
        string[] call = ["run", "--period", "2024-12-23", "--replications", "2", "--days", "7", "--warmup-days", "7"];
        Answer answer = Corridor.Call(call);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        string page = answer.Out.ReplaceLineEndings(" ");
        Assert.Contains("demand of 2024, 23 to 29 December 2024: 2 replications", page, StringComparison.Ordinal);
        Assert.Contains("2 replications of 7 days · 23 to 29 December 2024", page, StringComparison.Ordinal);
        Assert.Contains("--period 2024-12-23", page, StringComparison.Ordinal);
        Assert.Contains("demanda de 2024, del 23 al 29 de diciembre de 2024: 2 réplicas", Corridor.Call([.. call, "--lang", "es"]).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        JsonElement stamp = JsonDocument.Parse(Corridor.Call([.. call, "--format", "json"]).Out).RootElement.GetProperty("stamp");
        Assert.Equal("23 to 29 December 2024", stamp.GetProperty("period").GetString());
    }

    [Fact]
    public void Without_one_the_weeks_are_ordinary()
    {
        Assert.Contains(", ordinary weeks: 2 replications", Corridor.Call(["run", .. Corridor.Brief]).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Contains(", semanas ordinarias: 2 réplicas", Corridor.Call(["run", "--lang", "es", .. Corridor.Brief]).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--period '2024-12-24': a Tuesday; expected a Monday from 2024 to 2040, such as '2024-12-02'; did you mean '2024-12-23'?", "--period", "2024-12-24")]
    [InlineData("--period '2024-02-31': no such day in that month; expected a Monday from 2024 to 2040, such as '2024-12-02'; did you mean '2024-02-26'?", "--period", "2024-02-31")]
    [InlineData("--period '1999-01-04': outside the years known; expected a Monday from 2024 to 2040, such as '2024-12-02'; did you mean '2024-01-01'?", "--period", "1999-01-04")]
    [InlineData("--period 'soon': not a date; expected a Monday from 2024 to 2040, such as '2024-12-02'", "--period", "soon")]
    [InlineData("--year '2027': the period begins on 2024-12-02; expected 2024", "--period", "2024-12-02", "--year", "2027")]
    [InlineData("--warmup-days '10': before a period that has dates whole weeks are simulated; expected a multiple of 7; did you mean '7'?", "--period", "2024-12-02", "--warmup-days", "10")]
    public void A_wrong_period_is_one_line(string line, params string[] options)
    {
        Answer answer = Corridor.Call(["run", .. options]);
        Assert.Equal((ExitCode.BadInput, "", "corridor: " + line), (answer.Code, answer.Out, Assert.Single(answer.ErrorLines)));
    }

    [Fact]
    public void Another_year_than_that_of_a_scenarios_own_period_is_refused()
    {
        using var scratch = new Scratch();
        string file = scratch.File("december.yaml");
        File.WriteAllText(file, "id: december\ntitle: {en: x, es: x}\nextends: 2024-baseline\nperiod: {start: 2024-12-02}\n");
        Assert.Equal("corridor: --year '2027': the period of 'december' begins on 2024-12-02; expected 2024, or --period with a date of 2027", Assert.Single(Corridor.Call("run", file, "--year", "2027").ErrorLines));
        Assert.Equal("corridor: --warmup-days '1': before a period that has dates whole weeks are simulated; expected a multiple of 7; did you mean '0'?", Assert.Single(Corridor.Call(["compare", file, .. Corridor.Brief]).ErrorLines));
    }

    [Fact]
    public void A_state_is_kept_and_every_command_that_simulates_begins_there()
    {
        using var scratch = new Scratch();
        string file = scratch.File("day 8.json");
        Answer saved = Corridor.Call("run", "--save-state", file, "--warmup-days", "8");
        Assert.Equal((ExitCode.Done, ""), (saved.Code, saved.Error));
        Assert.Matches("the corridor after 8 days, [0-9]+ trucks inside", saved.Out);
        string[] brief = ["--replications", "2", "--days", "2", "--start", file];
        Answer answer = Corridor.Call(["run", .. brief]);
        Assert.Equal((ExitCode.Done, ""), (answer.Code, answer.Error));
        string page = answer.Out.ReplaceLineEndings(" ");
        Assert.Contains("2 replications of 2 days from the state day 8.json.", page, StringComparison.Ordinal);
        Assert.Contains($"--warmup-days 0 --seed 2024 --start '{file}'", page, StringComparison.Ordinal);
        Assert.Contains("2 réplicas de 2 días desde el estado day 8.json.", Corridor.Call(["run", .. brief, "--lang", "es"]).Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Answer compared = Corridor.Call(["compare", "smart-border", "--format", "json", .. brief]);
        Assert.Contains("day 8.json", JsonDocument.Parse(compared.Out).RootElement.GetProperty("warnings")[0].GetString(), StringComparison.Ordinal);
        Assert.NotEqual(
            JsonDocument.Parse(Corridor.Call(["run", "--format", "json", .. Corridor.Brief]).Out).RootElement.GetProperty("stamp").GetProperty("scenarioHash").GetString(),
            JsonDocument.Parse(Corridor.Call(["run", "--format", "json", .. brief]).Out).RootElement.GetProperty("stamp").GetProperty("scenarioHash").GetString());
    }

    [Fact]
    public void A_state_that_cannot_serve_is_refused_in_one_line()
    {
        using var scratch = new Scratch();
        string file = scratch.File("day8.json");
        Corridor.Call("run", "--save-state", file, "--warmup-days", "8");
        Refused("a period that has dates begins on a Monday", "run", "--start", file, "--period", "2024-12-02");
        Refused("checks the warm-up from an empty corridor", "run", "--start", file, "--warmup-check");
        Refused("is a directory", "run", "--save-state", scratch.Path);
        Refused("no such file", "run", "--start", scratch.File("absent.json"));
        File.WriteAllText(file, File.ReadAllText(file)[..1000]);
        Refused("not a state of this corridor", "run", "--start", file);
        Assert.Equal([file], Directory.EnumerateFileSystemEntries(scratch.Path));

        static void Refused(string why, params string[] call)
        {
            Answer answer = Corridor.Call(call);
            Assert.Equal(ExitCode.BadInput, answer.Code);
            Assert.Contains(why, Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        }
    }
}
