using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Simulation.Tests.Trace;

public class BorderEventCsvTests
{
    [Fact]
    public void Every_event_of_a_run_survives_the_row()
    {
        var parser = new BorderEventParser();
        var csv = new BorderEventCsv(BorderEventCsv.Header);
        string[] lines = TraceFixture.Text.Split('\n')[1..^1];
        Assert.All(lines, line => Assert.Equal(line, BorderEventJson.Text(csv.Parse(BorderEventCsv.Row(parser.Parse(line))))));
    }

    [Fact]
    public void The_simulator_writes_every_type_of_the_vocabulary_but_policy()
    {
        HashSet<string> told = [.. TraceFixture.Text.Split('\n')[1..^1].Select(l => new BorderEventParser().Parse(l).Type)];
        Assert.Equal([BorderEventTypes.LeverOff, BorderEventTypes.LeverOn], BorderEventTypes.All.Except(told).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Quotes_lists_and_unknown_columns_are_kept()
    {
        var csv = new BorderEventCsv("t,type,unit,cls,doc.ref,corrects,axles,ext");
        BorderEvent e = csv.Parse("2024-02-05T08:00:00-06:00,release,\"a, \"\"b\"\"\",PERISH AEO,D-1,x y,6,\"{\"\"reason\"\":\"\"closed\"\"}\"");
        Assert.Equal("a, \"b\"", e.Unit);
        Assert.Equal(CargoFlags.Perishable | CargoFlags.Aeo, e.Cls);
        Assert.Equal(new DocumentReference(DocumentKind.Other, "D-1"), e.Doc);
        Assert.Equal(["x", "y"], e.Corrects);
        Assert.Equal("""{"axles":"6"}""", e.Ext.Other);
        Assert.Equal("closed", e.Ext.Reason);
    }

    [Theory]
    [InlineData("release,2024-02-05T08:00:00-06:00", "expected 3 values, found 2")]
    [InlineData("release,2024-02-05T08:00:00-06:00,\"0.5", "a quote is not closed on its line")]
    [InlineData("release,2024-02-05 08:00,1", "field 't': expected a time with its offset, such as 2024-02-05T08:15:30.123-06:00, found \"2024-02-05 08:00\"")]
    [InlineData("release,2024-02-05T08:00:00-06:00,much", "field 'conf': expected a number from 0 to 1, found \"much\"")]
    public void What_is_wrong_with_a_row_is_said_in_one_sentence(string row, string problem) =>
        Assert.Equal(problem, Assert.Throws<TraceFormatException>(() => new BorderEventCsv("type,t,conf").Parse(row)).Problem);

    [Theory]
    [InlineData("type,post")]
    [InlineData("type,t,t")]
    public void A_first_line_that_cannot_serve_is_refused(string header) => Assert.Throws<TraceFormatException>(() => new BorderEventCsv(header));
}
