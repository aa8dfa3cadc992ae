namespace CorridorTwin.Scenarios.Tests.Inputs;

/// <summary>One wrong value in an otherwise right baseline: exactly one line, and the same in Spanish.</summary>
public class BadValueTests
{
    [Theory]
    [InlineData("staff: 2}", "staff: -2}", "small.yaml:41: defaults.exit.stations.gate.roster[0].staff '-2': negative; expected 0 to 1000")]
    [InlineData("staff: 2}", "staff: 2.5}", "small.yaml:41: defaults.exit.stations.gate.roster[0].staff '2.5': not a whole number")]
    [InlineData("staff: 2}", "staff: 2 people}", "small.yaml:41: defaults.exit.stations.gate.roster[0].staff '2 people': unit 'people' not expected; expected a number without unit, such as '3'")]
    [InlineData("perishable: 20 %", "perishable: 120 %", "small.yaml:15: demand.cargo.perishable '120 %': too high; expected 0 % to 100 %")]
    [InlineData("perishable: 20 %", "perishable: 0.2", "small.yaml:15: demand.cargo.perishable '0.2': unit missing; expected a share in %, such as '5 %'")]
    [InlineData("{perishable: 20 %}", "{perishable: 70 %, dangerous: 31 %}", "small.yaml:15: demand.cargo: shares add up to more than 100 %")]
    [InlineData("yellow: 20 %, red: 15 %", "yellow: 90 %, red: 15 %", "small.yaml:47: posts.penas-blancas.N2S.exit.risk.customs.import: yellow and red add up to more than 100 %")]
    [InlineData("export: 8 min", "export: 8", "small.yaml:36: defaults.exit.stages.gate.service.export '8': unit missing; expected a duration in min, h, s or d, such as '8 min'")]
    [InlineData("export: 8 min", "export: 8 km", "small.yaml:36: defaults.exit.stages.gate.service.export '8 km': unit 'km' does not measure a duration; expected a duration in min, h, s or d, such as '8 min'")]
    [InlineData("export: 8 min", "export: 8 mins", "small.yaml:36: defaults.exit.stages.gate.service.export '8 mins': unit 'mins' does not measure a duration; expected a duration in min, h, s or d, such as '8 min'; did you mean '8 min'?")]
    [InlineData("export: 8 min", "export: -8 min", "small.yaml:36: defaults.exit.stages.gate.service.export '-8 min': negative; expected 0 min to 527040 min")]
    [InlineData("export: 8 min", "export: NaN min", "small.yaml:36: defaults.exit.stages.gate.service.export 'NaN min': not a finite number; expected a duration in min, h, s or d, such as '8 min'")]
    [InlineData("export: 8 min", "export: .inf", "small.yaml:36: defaults.exit.stages.gate.service.export '.inf': not a finite number; expected a duration in min, h, s or d, such as '8 min'")]
    [InlineData("export: 8 min", "export: 1e999 min", "small.yaml:36: defaults.exit.stages.gate.service.export '1e999 min': not a finite number; expected a duration in min, h, s or d, such as '8 min'")]
    [InlineData("export: 8 min", "export: lognormale 8 min cv 0.5", "small.yaml:36: defaults.exit.stages.gate.service.export 'lognormale 8 min cv 0.5': no law is called 'lognormale'; expected one of fixed, exponential, lognormal, gamma, erlang, uniform, triangular, empirical; did you mean 'lognormal'?")]
    [InlineData("export: 8 min", "export: lognormal 8 min", "small.yaml:36: defaults.exit.stages.gate.service.export 'lognormal 8 min': lognormal needs 'cv' and a number; expected 'lognormal 8 min cv 0.6'")]
    [InlineData("export: 8 min", "export: triangular 8 min 4 min 15 min", "small.yaml:36: defaults.exit.stages.gate.service.export 'triangular 8 min 4 min 15 min': durations must ascend; expected 'triangular 4 min 8 min 15 min'")]
    [InlineData("carrier: 20 USD/h", "carrier: 20,5 USD/h", "small.yaml:20: costs.carrier '20,5 USD/h': comma in a number; write a decimal point and no thousands separator; expected a price per hour in USD/h, such as '20 USD/h'")]
    [InlineData("year: 2024", "year: 2041", "small.yaml:3: year '2041': too high; expected 2024 to 2040")]
    [InlineData("year: 2024", "year: 2019", "small.yaml:3: year '2019': too low; expected 2024 to 2040")]
    [InlineData("06:00-22:00", "06:00-25:00", "small.yaml:41: defaults.exit.stations.gate.roster[0].hours '06:00-25:00': '25:00' is no time of day; expected hours such as '06:00-22:00', from 00:00 to 24:00")]
    [InlineData("06:00-22:00", "24:00-06:00", "small.yaml:41: defaults.exit.stations.gate.roster[0].hours '24:00-06:00': '24:00' is no time of day to begin; expected hours such as '06:00-22:00', from 00:00 to 24:00")]
    [InlineData("06:00-22:00", "6-22", "small.yaml:41: defaults.exit.stations.gate.roster[0].hours '6-22': not two times of day with a hyphen; expected hours such as '06:00-22:00', from 00:00 to 24:00")]
    [InlineData("06:00-22:00", "06:00-06:00", "small.yaml:41: defaults.exit.stations.gate.roster[0].hours '06:00-06:00': begins and ends at the same time; expected hours such as '06:00-22:00', from 00:00 to 24:00")]
    [InlineData("days: all", "days: mon-sab", "small.yaml:41: defaults.exit.stations.gate.roster[0].days 'mon-sab': no such day; expected all, a day (mon, tue, wed, thu, fri, sat, sun), days such as mon-sat, or a list of these")]
    [InlineData("days: all", "days: [mon-fri, fri]", "small.yaml:41: defaults.exit.stations.gate.roster[0].days 'fri': a day named twice")]
    [InlineData("agency: customs", "agency: custom", "small.yaml:39: defaults.exit.stations.gate.agency 'custom': no such word here; expected one of customs, migration, sps, health, police, transport; did you mean 'customs'?")]
    [InlineData("station: gate", "station: gaet", "small.yaml:35: posts.penas-blancas.N2S.exit.stages.gate.station 'gaet': no such station on this side; expected one of gate; did you mean 'gate'?")]
    [InlineData("north: NI", "north: NIC", "small.yaml:53: posts.penas-blancas.north 'NIC': no such country; expected one of NI, CR; did you mean 'NI'?")]
    [InlineData("empty: {penas-blancas:", "empty: {penas-blanca:", "small.yaml:11: demand.empty 'penas-blanca': no such border post; expected one of penas-blancas; did you mean 'penas-blancas'?")]
    [InlineData("{NI-CR:", "{CR-NI:", "small.yaml:10: demand.loaded 'CR-NI': no such pair of countries (northern one first); expected one of NI-CR")]
    [InlineData("utc: \"-06:00\"}\n  CR", "utc: -6}\n  CR", "small.yaml:6: countries.NI.utc '-6': not an offset from UTC; expected an offset from UTC such as '-06:00'")]
    [InlineData("weekdays: [1, 1, 1, 1, 1, 1, 1]", "weekdays: [1, 1, 1, 1, 1, 1]", "small.yaml:13: demand.weekdays: 6 items; expected 7")]
    [InlineData("weekdays: [1, 1, 1, 1, 1, 1, 1]", "weekdays: [0, 0, 0, 0, 0, 0, 0]", "small.yaml:13: demand.weekdays: all weights are zero")]
    [InlineData("room: unlimited", "room: 30", "small.yaml:42: defaults.exit.stations.gate.room '30': unit missing; expected a number of trucks in trucks, such as '30 trucks'")]
    [InlineData("roads: []", "roads: [{from: penas-blancas, to: penas-blancas, length: 1 km, travel: 1 h}]", "small.yaml:18: roads[0]: roads do not join neighbouring posts from north to south; expected no more roads")]
    [InlineData("growth: 3 %/year", "growth: {value: 3 %/year, range: [4 %/year, 5 %/year]}", "small.yaml:9: demand.growth.range '4 %/year, 5 %/year': the value 3 %/year lies outside its own range")]
    [InlineData("growth: 3 %/year", "growth: {value: 3 %/year, grade: guess}", "small.yaml:9: demand.growth.grade 'guess': no such grade; expected one of assumption, read, derived, calibrated, measured")]
    [InlineData("growth: 3 %/year", "growth: {source: B.growth}", "small.yaml:9: demand.growth.value: missing")]
    [InlineData("growth: 3 %/year", "growth:", "small.yaml:9: demand.growth '': nothing stands here; expected a yearly growth in %/year, such as '3 %/year'")]
    [InlineData("growth: 3 %/year", "growth: [3 %/year]", "small.yaml:9: demand.growth: a list stands here; expected a yearly growth in %/year, such as '3 %/year'")]
    public void It_is_named_with_file_line_field_and_what_would_be_right(string from, string to, string line)
    {
        using Workspace workspace = Workspace.WithBaseline(from, to);
        Assert.Equal(line, string.Join("\n", workspace.Lines()));
    }

    [Theory]
    [InlineData("staff: 2}", "staff: -2}", "small.yaml:41: defaults.exit.stations.gate.roster[0].staff '-2': negativo; se esperaba de 0 a 1000")]
    [InlineData("export: 8 min", "export: 8", "small.yaml:36: defaults.exit.stages.gate.service.export '8': falta la unidad; se esperaba una duración en min, h, s o d, como '8 min'")]
    [InlineData("empty: {penas-blancas:", "empty: {penas-blanca:", "small.yaml:11: demand.empty 'penas-blanca': puesto fronterizo desconocido; se esperaba uno de estos: penas-blancas; ¿quiso decir 'penas-blancas'?")]
    [InlineData("agency: customs", "agensy: customs", "small.yaml:39: defaults.exit.stations.gate 'agensy': no existe esta clave; se esperaba uno de estos: agency, roster, room, shift-end, extra, watches, breakdown; ¿quiso decir 'agency'?")]
    public void It_is_said_in_Spanish_too(string from, string to, string line)
    {
        using Workspace workspace = Workspace.WithBaseline(from, to);
        Assert.Equal(line, string.Join("\n", workspace.Lines("es")));
    }

    [Theory]
    [InlineData("agency: customs", "agensy: customs", "small.yaml:39: defaults.exit.stations.gate 'agensy': no such key; expected one of agency, roster, room, shift-end, extra, watches, breakdown; did you mean 'agency'?")]
    [InlineData("stages:", "stagse:", "small.yaml:33: defaults.exit 'stagse': no such key; expected one of stages, stations, declaration, risk, approach-lanes, priority, joint-inspection, recognition, single-stop, automatic-gate, background, bridge, in-force; did you mean 'stages'?")]
    [InlineData("export: 8 min", "exports: 8 min", "small.yaml:36: defaults.exit.stages.gate.service 'exports': no such key; expected one of export, import, transit, empty; did you mean 'export'?")]
    [InlineData("growth: 3 %/year", "growth: {value: 3 %/year, sourse: x}", "small.yaml:9: demand.growth 'sourse': no such key; expected one of value, source, grade, range, note, date, sample, fit; did you mean 'source'?")]
    public void An_unknown_key_is_named_with_the_nearest_one(string from, string to, string line)
    {
        using Workspace workspace = Workspace.WithBaseline(from, to);
        Assert.Equal(line, string.Join("\n", workspace.Lines()));
    }

    [Fact]
    public void A_decimal_comma_between_braces_is_recognised_for_what_it_is()
    {
        using Workspace workspace = Workspace.WithBaseline("southbound: 74 /day", "southbound: 74,5 /day");
        Assert.Equal(
            [
                "small.yaml:11: demand.empty.penas-blancas.southbound '74': unit missing; expected a flow in /day or /week, such as '87.5 /day'",
                "small.yaml:11: demand.empty.penas-blancas '5 /day': comma in a number; write a decimal point and no thousands separator",
            ],
            workspace.Lines());
    }

    [Theory]
    [InlineData("  - {days: mon-wed, hours: \"00:00-08:00\", staff: 1}", "Monday 06:00")]
    [InlineData("  - {days: sun, hours: \"21:00-23:00\", staff: 1}", "Sunday 21:00")]
    [InlineData("  - {days: sat, hours: \"23:00-06:01\", staff: 1}", "Sunday 06:00")]
    public void The_same_minute_staffed_twice_in_one_roster_is_named(string second, string minute)
    {
        const string First = "- {days: all, hours: \"06:00-22:00\", staff: 2}\n";
        using Workspace workspace = Workspace.WithBaseline(First, First + "        " + second + "\n");
        Assert.Equal([$"small.yaml:42: defaults.exit.stations.gate.roster[1]: {minute} is staffed twice in one roster"], workspace.Lines());
    }

    [Fact]
    public void Shifts_that_meet_or_wrap_are_right()
    {
        using Workspace workspace = Workspace.WithBaseline(
            "- {days: all, hours: \"06:00-22:00\", staff: 2}\n",
            "- {days: all, hours: \"06:00-18:00\", staff: 2}\n          - {days: all, hours: \"18:00-06:00\", staff: 1}\n");
        Assert.Empty(workspace.Lines());
    }

    [Theory]
    [InlineData("  aeo: 5 %\n", "demand.aeo: missing")]
    [InlineData("  diesel: 0.96 USD/L\n", "costs.diesel: missing")]
    public void A_missing_value_is_named(string lost, string end)
    {
        using Workspace workspace = Workspace.WithBaseline(lost, "");
        Assert.EndsWith(end, Assert.Single(workspace.Lines()), StringComparison.Ordinal);
    }

    [Fact]
    public void What_every_side_inherits_is_told_once()
    {
        using Workspace workspace = Workspace.WithBaseline("        roster:\n          - {days: all, hours: \"06:00-22:00\", staff: 2}\n", "");
        Assert.Equal(["small.yaml:39: posts.penas-blancas.N2S.exit.stations.gate.roster: missing"], workspace.Lines());
    }

    [Fact]
    public void Many_mistakes_are_told_at_once_up_to_twenty()
    {
        using Workspace workspace = Workspace.WithBaseline("[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]", "[a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x]");
        string[] lines = workspace.Lines();
        Assert.Equal(20, lines.Length);
        Assert.Equal("small.yaml:12: demand.hours[0] 'a': not a number with a unit; expected a number without unit, such as '3'", lines[0]);
    }

    [Fact]
    public void Values_keep_control_characters_and_length_off_the_terminal()
    {
        using Workspace workspace = Workspace.WithBaseline("agency: customs", "agency: \"\\e[31m\\n" + new string('x', 500) + "\"");
        string line = Assert.Single(workspace.Lines());
        Assert.DoesNotContain(line, char.IsControl);
        Assert.Contains("?[31m?xxx", line, StringComparison.Ordinal);
        Assert.True(line.Length < 300);
    }
}
