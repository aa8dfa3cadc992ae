using System.Text;
using CorridorTwin.Scenarios.Inputs;
using CorridorTwin.Scenarios.Studies;

namespace CorridorTwin.Scenarios.Tests.Studies;

public sealed class BadRowsTests
{
    private const string Header = "post,side,direction,truck,operation,t0,t1,t7,t8\n";
    private const string Good = "guasaule,HN,N2S,A0,export,2024-02-05 06:00,2024-02-05 07:00,2024-02-05 08:00,2024-02-05 09:00\n";
    private static readonly ReadingOptions Then = new() { Now = new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero) };

    private static Loaded<Study> Load(string content, Encoding? encoding = null)
    {
        using var file = new TemporaryFile(content, encoding: encoding);
        return StudyReader.Read(file.Path, Shipped.Baseline, null, Then);
    }

    [Theory]
    [InlineData("guasaule,HN,N2S,B,export,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 05:00", RejectKind.Order, "t8")]
    [InlineData("guasaule,HN,N2S,B,export,2024-02-05 08:00,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Order, "t1")]
    [InlineData("guasaule,HN,N2S,B,export,2024-02-31 06:00,2024-02-31 07:00,,2024-02-31 09:00", RejectKind.Date, "t0")]
    [InlineData("guasaule,HN,N2S,B,export,2024-02-05,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Date, "t0")]
    [InlineData("guasaule,HN,N2S,B,export,pronto,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Date, "t0")]
    [InlineData("guasaule,HN,N2S,B,export,2034-02-05 06:00,2034-02-05 07:00,,2034-02-05 09:00", RejectKind.Future, "t0")]
    [InlineData("guasaule,HN,N2S,B,export,2024-01-05 06:00,2024-01-05 07:00,,2024-05-05 09:00", RejectKind.TooLong, "t8")]
    [InlineData("guasaule,HN,N2S,B,export,,,,2024-02-05 09:00", RejectKind.Missing, "t1")]
    [InlineData("guasaule,HN,N2S,B,,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Missing, "operation")]
    [InlineData("guasaule,HN,N2S,B,exprot,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Unknown, "operation")]
    [InlineData("gausaule,HN,N2S,B,export,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Unknown, "post")]
    [InlineData("guasaule,PA,N2S,B,export,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Unknown, "side")]
    [InlineData("guasaule,HN,N2S,B,=1+1,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Formula, "operation")]
    [InlineData("guasaule,HN,N2S,B,#N/A,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Formula, "operation")]
    [InlineData("guasaule,HN,N2S,B,export,2024-02-05 06:00", RejectKind.Shape, "")]
    [InlineData("guasaule,HN,N2S,B,export,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00,and,more", RejectKind.Shape, "")]
    [InlineData("guasaule,HN,N2S,\"B,export,2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00", RejectKind.Shape, "")]
    [InlineData("guasaule,HN,N2S,A0,export,2024-02-05 06:00,2024-02-05 07:00,2024-02-05 08:00,2024-02-05 09:00", RejectKind.Duplicate, "")]
    [InlineData("guasaule,HN,N2S,A0,export,2024-02-05 06:30,2024-02-05 07:00,2024-02-05 08:00,2024-02-05 09:30", RejectKind.Duplicate, "")]
    [InlineData("penas-blancas,NI,N2S,A0,export,2024-02-05 09:20,2024-02-05 09:30,,2024-02-05 10:00", RejectKind.Teleport, "")]
    [InlineData("penas-blancas,NI,N2S,A0,export,2024-02-05 08:20,2024-02-05 08:30,,2024-02-05 10:00", RejectKind.Teleport, "")]
    public void Each_kind_of_bad_row_is_listed_with_its_line_and_reason_and_the_good_ones_are_used(string bad, RejectKind kind, string field)
    {
        Study study = Load($"{Header}{Good}{bad}\n{Good.Replace("A0", "A9", StringComparison.Ordinal)}").OrThrow();
        RejectedRow rejected = Assert.Single(study.Rejected);
        Assert.Equal((3, kind, field), (rejected.Line, rejected.Kind, rejected.Field));
        Assert.NotEqual("", rejected.Reason.Es);
        Assert.Equal(["A0", "A9"], study.Rows.Select(r => r.Truck));
    }

    [Fact]
    public void A_truck_that_had_the_time_to_drive_is_believed()
    {
        Study study = Load($"{Header}{Good}penas-blancas,NI,N2S,A0,export,2024-02-05 22:00,2024-02-05 22:30,,2024-02-05 23:00\n").OrThrow();
        Assert.Equal(2, study.Rows.Count);
    }

    [Fact]
    public void One_row_in_another_encoding_spoils_only_itself()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"{Header}{Good}".Replace("export", "exportación", StringComparison.Ordinal)), .. Encoding.Latin1.GetBytes(Good.Replace("export", "exportación", StringComparison.Ordinal).Replace("A0", "A1", StringComparison.Ordinal))];
        using var file = new TemporaryFile(bytes);
        Study study = StudyReader.Read(file.Path, Shipped.Baseline, null, Then).OrThrow();
        Assert.Equal((3, RejectKind.Encoding), (Assert.Single(study.Rejected).Line, study.Rejected[0].Kind));
        Assert.Single(study.Rows);
    }

    [Fact]
    public void A_truncated_file_loses_its_last_line_only()
    {
        Study study = Load($"{Header}{Good}{Good.Replace("A0", "A1", StringComparison.Ordinal)[..40]}").OrThrow();
        Assert.Contains("middle of this line", Assert.Single(study.Rejected).Reason.En, StringComparison.Ordinal);
        Assert.Single(study.Rows);
    }

    [Fact]
    public void Two_hundred_columns_are_read_and_those_not_used_are_told()
    {
        string more = string.Concat(Enumerable.Range(1, 191).Select(i => $",x{i}"));
        Study study = Load($"{Header.TrimEnd()}{more}\n{Good.TrimEnd()}{more}\n").OrThrow();
        Assert.Single(study.Rows);
        Assert.Contains(study.Lacks, l => l.En.StartsWith("191 columns are not used", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        using var file = new TemporaryFile(Header);
        using (FileStream stream = File.OpenWrite(file.Path)) stream.SetLength(2L << 30);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        InputProblem problem = Assert.Single(StudyReader.Read(file.Path, Shipped.Baseline).Problems);
        Assert.Contains("too large", problem.Message.En, StringComparison.Ordinal);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("hello\nworld\n", "no header")]
    [InlineData("post,side,direction,truck,operation,t0,t1,t7,t8\n", "no row below")]
    [InlineData("post,side,operation,t1\nguasaule,HN,export,2024-02-05 06:00\n", "column missing")]
    [InlineData("%PDF-1.7\n\0\0\0", "neither text nor a spreadsheet")]
    [InlineData("PK\u0003\u0004 not a zip", "truncated or damaged")]
    [InlineData("post,side,operation,,\nguasaule,HN,export,2024-02-05 06:00,2024-02-05 07:00\n", "blank or merged cells")]
    public void What_is_no_study_is_refused_in_one_clear_line(string content, string expected)
    {
        Loaded<Study> loaded = Load(content);
        Assert.Null(loaded.Value);
        Assert.Contains(loaded.Problems, p => p.Message.En.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Rejects_are_written_with_line_column_value_and_reason()
    {
        Study study = Load($"{Header}{Good}guasaule,HN,N2S,B,\"=1,2\",2024-02-05 06:00,2024-02-05 07:00,,2024-02-05 09:00\n").OrThrow();
        Assert.Equal("line,field,value,kind,reason\n3,operation,\"'=1,2\",formula,formula without a stored value\n", StudyWriter.Rejects(study, "en"));
    }

    [Fact]
    public void No_file_however_mangled_crashes_the_reader()
    {
        byte[] whole = Encoding.UTF8.GetBytes($"{Header}{Good}{Good.Replace("A0", "A1,\"ñ\"", StringComparison.Ordinal)}");
        ulong state = 7;
        for (int i = 0; i < 400; i++)
        {
            byte[] bytes = i < whole.Length ? whole[..i] : [.. whole];
            for (int k = 0; k < (i < whole.Length ? 0 : 5); k++)
            {
                state = state * 6364136223846793005 + 1442695040888963407;
                bytes[(int)(state >> 33) % bytes.Length] = (byte)(state >> 20);
            }
            using var file = new TemporaryFile(bytes);
            Loaded<Study> loaded = StudyReader.Read(file.Path, Shipped.Baseline, null, Then);
            Assert.True(loaded.Value is not null || loaded.Problems.Count > 0);
        }
    }
}
