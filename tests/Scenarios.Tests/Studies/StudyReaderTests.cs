using System.Text;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;
using CorridorTwin.Simulation.Corridor;
using CorridorTwin.Simulation.Trace;

namespace CorridorTwin.Scenarios.Tests.Studies;

public sealed class StudyReaderTests
{
    private static readonly ReadingOptions Then = new() { Now = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero) };

    private static Study Read(string content, StudyMapping? mapping = null, Encoding? encoding = null)
    {
        using var file = new TemporaryFile(content, encoding: encoding);
        return StudyReader.Read(file.Path, Shipped.Baseline, mapping, Then).OrThrow();
    }

    private static DateTimeOffset At(int day, int hour, int minute, int offset = -6) => new(2024, 2, day, hour, minute, 0, TimeSpan.FromHours(offset));

    [Fact]
    public void English_with_points_and_iso_dates()
    {
        Study study = Read("""
            post,side,direction,truck,operation,cargo,aeo,channel,t0,t1,t2,t8
            penas-blancas,CR,S2N,A1,export,perishable,yes,green,2024-02-05 06:00,2024-02-05 08:15,2024-02-04 20:00,2024-02-05 10:45
            paso-canoas,PA,N2S,A2,transit,general,no,red,2024-02-05T06:00:30,2024-02-05T08:15:00,,2024-02-05T10:45:00
            """);
        Assert.Empty(study.Rejected);
        StudyRow first = study.Rows[0];
        Assert.Equal(("penas-blancas", "CR", SideRole.Exit, Direction.S2N, "A1", Operation.Export, CargoClass.Perishable, CargoFlags.Aeo, RiskChannel.Green), (first.Post, first.Side, first.Role, first.Direction, first.Truck, first.Operation, first.Cargo, first.Flags, first.Channel!.Value));
        Assert.Equal((At(5, 6, 0), At(5, 8, 15), At(4, 20, 0), At(5, 10, 45)), (first.Stamps[0], first.Stamps[1], first.Stamps[2], first.Stamps[8]));
        Assert.Equal(4.75, first.Hours(ClearanceMeasure.Side));
        Assert.Equal(2.5, first.Hours(ClearanceMeasure.Gate));
        // Panama's clock is an hour ahead: the same reading is an hour earlier.
        Assert.Equal(new DateTimeOffset(2024, 2, 5, 6, 0, 30, TimeSpan.FromHours(-5)), study.Rows[1].Stamps[0]);
        Assert.Equal(2, study.Rows[0].Line);
        Assert.Equal(ClearanceMeasure.Side, study.Measure);
        Assert.Equal((first.Stamps[0]!.Value, first.Stamps[0]!.Value), (study.Window!.Value.To, study.Rows[0].Stamps[0]!.Value));
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("iso-8859-1", false)]
    [InlineData("utf-16", true)]
    public void Spanish_with_semicolons_and_day_first_in_any_encoding(string encoding, bool mark)
    {
        Encoding text = encoding == "utf-8" ? new UTF8Encoding(mark) : Encoding.GetEncoding(encoding);
        string content = """
            Estudio de tiempos de despacho;;;;;;;
            Puesto fronterizo;País;Sentido;Placa;Operación;Llegada a la fila;Llegada (t1);Salida física (t8)
            Peñas Blancas;Costa Rica;sur-norte;C-123;Exportación;05/02/2024 06:00;05/02/2024 8:15;05/02/2024 10:45 a. m.
            Paso Canoas;Panamá;Norte a sur;C-124;tránsito;05/02/2024 06:00;5 feb 2024 08:15;05/02/2024 01:30 p.m.
            """;
        using var file = new TemporaryFile([.. mark || encoding == "utf-16" ? text.GetPreamble() : [], .. text.GetBytes(content)]);
        Study study = StudyReader.Read(file.Path, Shipped.Baseline, null, Then).OrThrow();
        Assert.Empty(study.Rejected);
        Assert.Equal([("penas-blancas", "CR", Operation.Export), ("paso-canoas", "PA", Operation.Transit)], study.Rows.Select(r => (r.Post, r.Side, r.Operation)));
        Assert.Equal(At(5, 10, 45), study.Rows[0].Stamps[8]);
        Assert.Equal(At(5, 13, 30, -5), study.Rows[1].Stamps[8]);
        Assert.Equal(encoding == "iso-8859-1", study.Lacks.Any(l => l.En.Contains("Latin-1", StringComparison.Ordinal)));
        Assert.Contains(study.Lacks, l => l.En.Contains("header stands in line 2", StringComparison.Ordinal));
    }

    [Fact]
    public void Tabs_offsets_and_serial_numbers_with_a_decimal_comma()
    {
        // 45327.25 days after 30 December 1899 is 5 February 2024, 06:00.
        Study study = Read("post\tside\toperation\tt1\tt8\nguasaule\tHN\texport\t2024-02-05T06:00-05:00\t2024-02-05T15:00Z\nguasaule\tHN\texport\t45327,25\t45327.5\n");
        Assert.Equal((At(5, 5, 0), At(5, 9, 0)), (study.Rows[0].Stamps[1], study.Rows[0].Stamps[8]));
        Assert.Equal((At(5, 6, 0), At(5, 12, 0)), (study.Rows[1].Stamps[1], study.Rows[1].Stamps[8]));
        // Without direction: an export leaves, so this goes from Honduras south.
        Assert.All(study.Rows, r => Assert.Equal((SideRole.Exit, Direction.N2S), (r.Role, r.Direction)));
    }

    [Fact]
    public void Month_first_is_found_out_from_the_dates_themselves()
    {
        Study study = Read("post,side,operation,t1,t8\nguasaule,HN,export,02/03/2024 06:00,02/03/2024 07:00\nguasaule,HN,export,02/25/2024 06:00,02/25/2024 07:00\n");
        Assert.Equal([At(3, 6, 0), At(25, 6, 0)], study.Rows.Select(r => r.Stamps[1]!.Value));
        Study either = Read("post,side,operation,t1,t8\nguasaule,HN,export,02/03/2024 06:00,02/03/2024 07:00\n");
        Assert.Equal(3, either.Rows[0].Stamps[1]!.Value.Month);
        Assert.Contains(either.Lacks, l => l.En.Contains("read as day/month", StringComparison.Ordinal));
        Study told = Read("post,side,operation,t1,t8\nguasaule,HN,export,02/03/2024 06:00,02/03/2024 07:00\n", new StudyMapping { Columns = new Dictionary<string, string>(), Dates = StudyMapping.MonthFirst });
        Assert.Equal(2, told.Rows[0].Stamps[1]!.Value.Month);
    }

    [Fact]
    public void A_day_and_a_time_of_day_in_two_columns_make_one_instant()
    {
        Study study = Read("puesto;lado;operación;Fecha de llegada;Hora de llegada;Fecha de salida;Hora de salida\nGuasaule;HN;export;05/02/2024;6:00;06/02/2024 00:00:00;01:30 p. m.\nGuasaule;HN;export;05/02/2024;;06/02/2024;13:30\n");
        Assert.Equal((At(5, 6, 0), At(6, 13, 30)), (study.Rows[0].Stamps[1], study.Rows[0].Stamps[8]));
        Assert.Equal((3, RejectKind.Date), (Assert.Single(study.Rejected).Line, study.Rejected[0].Kind));
        using var file = new TemporaryFile([], "study.xlsx");
        RawWorkbook.Write(file.Path, w => w.Write(
            RawWorkbook.Row(1, [.. new[] { "puesto", "lado", "operación", "fecha llegada (t1)", "hora llegada (t1)", "salida" }.Select(RawWorkbook.Text)])
            + RawWorkbook.Row(2, RawWorkbook.Text("Guasaule"), RawWorkbook.Text("HN"), RawWorkbook.Text("export"), RawWorkbook.Number(45327), RawWorkbook.Number(0.25), RawWorkbook.Number(45327.5))));
        Assert.Equal(At(5, 6, 0), StudyReader.Read(file.Path, Shipped.Baseline, null, Then).OrThrow().Rows[0].Stamps[1]);
    }

    [Fact]
    public void A_mapping_may_say_whose_clock_is_meant()
    {
        var utc = new StudyMapping { Columns = new Dictionary<string, string>(), Offset = TimeSpan.Zero };
        using var written = new TemporaryFile(MappingFile.Text(utc with { Offset = TimeSpan.FromHours(-5.5), Columns = new Dictionary<string, string> { ["t1"] = "a" } }), "mapping.yaml");
        Assert.Equal(TimeSpan.FromHours(-5.5), MappingFile.Read(written.Path).OrThrow().Offset);
        Study study = Read("post,side,operation,t1,t8\nguasaule,HN,export,2024-02-05 12:00,2024-02-05 13:00-06:00\n", utc);
        Assert.Equal((At(5, 6, 0), At(5, 13, 0)), (study.Rows[0].Stamps[1], study.Rows[0].Stamps[8]));
    }

    [Fact]
    public void A_study_without_t0_is_compared_on_the_gate_and_says_so()
    {
        Study study = Read("post,side,operation,t1,t8\nguasaule,HN,export,2024-02-05 06:00,2024-02-05 07:00\n");
        Assert.Equal(ClearanceMeasure.Gate, study.Measure);
        Assert.Contains(study.Lacks, l => l.En.StartsWith("no t0", StringComparison.Ordinal) && l.En.Contains("M_gate", StringComparison.Ordinal));
        Assert.Null(study.Rows[0].Hours(ClearanceMeasure.Side));
    }

    [Fact]
    public void A_truck_without_exit_is_kept_as_censored()
    {
        Study study = Read("post,side,operation,t0,t1,t7,t8,seen_until\nguasaule,HN,export,2024-02-05 06:00,2024-02-05 07:00,,,2024-02-07 12:00\nguasaule,HN,export,2024-02-05 06:00,2024-02-05 07:00,2024-02-05 08:00,,\n");
        Assert.Equal([54.0, 2.0], study.Rows.Select(r => r.Hours(ClearanceMeasure.Side)!.Value));
        Assert.All(study.Rows, r => Assert.True(r.Censored));
        Assert.Contains(study.Lacks, l => l.En.StartsWith("2 trucks had not left", StringComparison.Ordinal));
    }

    [Fact]
    public void Stage_times_and_examinations_have_columns_of_their_own()
    {
        Study study = Read("post,side,operation,t1,t8,customs_start,customs_end,inicio_inspeccion_sps,fin inspección sps,inspection_sps_start,inspection_sps_end\nguasaule,HN,export,2024-02-05 06:00,2024-02-05 09:00,2024-02-05 06:10,2024-02-05 06:30,2024-02-05 07:00,2024-02-05 07:45,2024-02-05 07:00,2024-02-05 07:45\n");
        StudyRow row = study.Rows[0];
        Assert.Equal(20, row.Stages["customs"].Length!.Value.TotalMinutes);
        Assert.Equal([new StudyInspection(Agency.Sps, At(5, 7, 0), At(5, 7, 45))], row.Inspections);
        Assert.Equal((At(5, 7, 0), At(5, 7, 45)), (row.Stamps[4], row.Stamps[5]));
    }

    [Fact]
    public void Hourly_counts_and_means_alone_are_studies_too()
    {
        Study counts = Read("puesto;lado;sentido;hora;camiones\nGuasaule;HN;NS;05/02/2024 06:00;14\nGuasaule;HN;NS;05/02/2024 07:00;9,5\nGuasaule;HN;NS;05/02/2024 07:30;3\n");
        Assert.Equal([14, 9.5], counts.Counts.Select(c => c.Count));
        Assert.Equal(RejectKind.Date, Assert.Single(counts.Rejected).Kind);
        Study means = Read("post;operation;mean;median;n\nguasaule;import;11,5;9,75;120\nguasaule;export;6.25;;80\n");
        Assert.Equal([(Operation.Import, 11.5, 9.75, 120), (Operation.Export, 6.25, double.NaN, 80)], means.Summaries.Select(s => (s.Operation!.Value, s.Mean, s.Median ?? double.NaN, s.Count)));
    }

    [Fact]
    public void A_mapping_names_other_columns_and_words_and_can_be_written_and_read_again()
    {
        const string Content = "Sitio,Estado,Trámite,Entró,Salió\nGuasaule,HN,Despacho de ida,2024-02-05 06:00,2024-02-05 07:00\n";
        using var file = new TemporaryFile(Content);
        Loaded<Study> refused = StudyReader.Read(file.Path, Shipped.Baseline, null, Then);
        Assert.Null(refused.Value);
        Assert.NotEmpty(refused.Problems);
        var mapping = new StudyMapping
        {
            Columns = new Dictionary<string, string> { ["post"] = "Sitio", ["side"] = "Estado", ["operation"] = "Trámite", ["t1"] = "Entró", ["t8"] = "Salió" },
            Words = new Dictionary<string, IReadOnlyDictionary<string, string>> { ["operation"] = new Dictionary<string, string> { ["Despacho de ida"] = "export" } },
            Dates = StudyMapping.DayFirst,
        };
        using var written = new TemporaryFile(MappingFile.Text(mapping), "mapping.yaml");
        StudyMapping again = MappingFile.Read(written.Path).OrThrow();
        Assert.Equal(mapping.Columns, again.Columns);
        Assert.Equal((Operation.Export, "HN"), StudyReader.Read(file.Path, Shipped.Baseline, again, Then).OrThrow().Rows.Select(r => (r.Operation, r.Side)).Single());
        using var wrong = new TemporaryFile("columns: {post: Sitio, operasion: Trámite}\n", "mapping.yaml");
        InputProblem problem = Assert.Single(MappingFile.Read(wrong.Path).Problems);
        Assert.Equal("operation", problem.NearestValid);
    }

    [Fact]
    public void A_mapping_is_proposed_from_names_that_are_known_or_nearly()
    {
        using var file = new TemporaryFile("puesto,lado,operasion,llegada,salida\nGuasaule,HN,export,2024-02-05 06:00,2024-02-05 07:00\n");
        Assert.Equal([("post", "puesto"), ("side", "lado"), ("t1", "llegada"), ("t8", "salida"), ("operation", "operasion")], StudyReader.Propose(file.Path).OrThrow().Columns.Select(c => (c.Key, c.Value)));
        InputProblem problem = Assert.Single(StudyReader.Read(file.Path, Shipped.Baseline, null, Then).Problems);
        Assert.Contains("'operasion'", problem.Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_survey_writes_is_read_back_as_it_was()
    {
        Study survey = Survey.Of(Shipped.Baseline, new SurveyDesign { WarmUpDays = 2, Days = 1, FollowUpHours = 6, PerStratum = 10, StageTimes = true, MissedShare = 0.1 });
        using var file = new TemporaryFile(StudyWriter.Csv(survey));
        Study again = StudyReader.Read(file.Path, Shipped.Baseline).OrThrow();
        Assert.True(again.Simulated);
        Assert.Empty(again.Rejected);
        Assert.Equal(survey.Rows.Count, again.Rows.Count);
        foreach ((StudyRow a, StudyRow b) in survey.Rows.Zip(again.Rows))
        {
            Assert.Equal((a.Post, a.Side, a.Role, a.Direction, a.Truck, a.Operation, a.Cargo, a.Flags, a.Channel, a.Stamps.Offset, a.Censored, a.SeenUntil), (b.Post, b.Side, b.Role, b.Direction, b.Truck, b.Operation, b.Cargo, b.Flags, b.Channel, b.Stamps.Offset, b.Censored, b.SeenUntil));
            Assert.Equal(a.Stages.OrderBy(s => s.Key), b.Stages.OrderBy(s => s.Key));
            Assert.All([0, 1, 2, 3, 6, 7, 8], i => Assert.Equal(a.Stamps[i], b.Stamps[i]));
        }
    }
}
