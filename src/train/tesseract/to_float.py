"""Turns the LSTM of an integer Tesseract model back into floats, so that `lstmtraining` can go on from it.

    combine_tessdata -u jpn.traineddata best/jpn.
    python to_float.py best/jpn.lstm float.lstm

Each row of an integer matrix is stored as int8 with one scale; their product is the float weight but for the
rounding of at most half a step. The format is that of Tesseract 4 and 5, little endian.
"""

import struct
import sys

import numpy

INT8, ADAM, DOUBLE = 1, 4, 128
TRAINING_INT, LAYER_RATES = 1, 64
PLUMBING = {"Parallel", "Replicated", "ParBidiLSTM", "DepParUDLSTM", "Par2dLSTM", "Series", "RTLReversed",
            "TTBReversed", "XYTranspose"}  # fmt: skip
PAIRS = {"Convolve", "Reconfig", "Maxpool"}
DENSE = {"Logistic", "LinLogistic", "LinTanh", "Tanh", "Relu", "Linear", "Softmax", "SoftmaxNoCTC"}


class Copier:
    """Reads a model and writes it again, matrices as doubles."""

    def __init__(self, data):
        self.data, self.at, self.out, self.matrices = data, 0, bytearray(), 0

    def take(self, count):
        self.at += count
        assert self.at <= len(self.data)
        return self.data[self.at - count : self.at]

    def copy(self, code):
        raw = self.take(struct.calcsize("<" + code))
        self.out += raw
        values = struct.unpack("<" + code, raw)
        return values[0] if len(values) == 1 else values

    def text(self):
        length = self.copy("I")
        raw = self.take(length)
        self.out += raw
        return raw.decode()

    def matrix(self):
        mode = self.take(1)[0]
        assert mode & INT8 and mode & DOUBLE, mode
        rows, columns, _ = struct.unpack("<IIb", self.take(9))
        steps = numpy.frombuffer(self.take(rows * columns), numpy.int8).reshape(rows, columns)
        count = struct.unpack("<I", self.take(4))[0]
        scales = numpy.frombuffer(self.take(8 * count), "<f8")[:rows]
        self.out += struct.pack("<BIId", mode & ~INT8, rows, columns, 0.0)
        self.out += (steps * scales[:, None]).astype("<f8").tobytes()
        self.matrices += 1

    def network(self):
        assert self.copy("b") == 0
        kind = self.text()
        self.copy("bb")
        flags, inputs, outputs, _ = self.copy("4i")
        self.text()
        if kind in PLUMBING:
            for _ in range(self.copy("I")):
                self.network()
            if flags & LAYER_RATES:
                self.copy(f"{self.copy('I')}f")
        elif kind == "Input":
            self.copy("5i")
        elif kind in PAIRS:
            self.copy("2i")
        elif kind in DENSE:
            self.matrix()
        elif kind in ("LSTM", "SummLSTM"):
            states = self.copy("i")
            two = self.lstm_inputs(inputs, states, outputs)
            for _ in range(5 if two else 4):
                self.matrix()
        else:
            raise ValueError(f"unknown layer {kind}")

    @staticmethod
    def lstm_inputs(inputs, states, outputs):
        """Whether it runs over both dimensions: it then has one more gate and sees its state twice."""
        return states - inputs == 2 * outputs

    def rest(self):
        """What follows the network, told that the model is an integer one no more."""
        start = self.at
        length = struct.unpack_from("<I", self.data, start)[0]
        flags_at = length + 4
        rest = bytearray(self.data[start:])
        flags = struct.unpack_from("<i", rest, flags_at)[0]
        assert flags & TRAINING_INT, flags
        struct.pack_into("<i", rest, flags_at, flags & ~TRAINING_INT)
        self.out += rest


def main():
    copier = Copier(open(sys.argv[1], "rb").read())
    copier.network()
    copier.rest()
    open(sys.argv[2], "wb").write(copier.out)
    print(f"{copier.matrices} matrices, {len(copier.data)} to {len(copier.out)} bytes")


if __name__ == "__main__":
    main()
